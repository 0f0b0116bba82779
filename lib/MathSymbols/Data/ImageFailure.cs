using MathSymbols.Storage;

namespace MathSymbols.Data;

/// <summary>An image that cannot be used.</summary>
/// <param name="Index">Its index in <see cref="ImageFolder.Files"/>.</param>
/// <param name="Path">Its path relative to the folder.</param>
/// <param name="Reason">Why, in a few words.</param>
public sealed record ImageFailure(int Index, string Path, string Reason)
{
    /// <summary>Path and reason, fit to be shown.</summary>
    public string Shown => $"{Printable.Of(Path)}: {Reason}";
}
