namespace MathSymbols.Storage;

/// <summary>A file of other people's making is none that is read: no file at all, or too long a one.</summary>
/// <param name="path">The file.</param>
/// <param name="reason">Why it is not read, without its path.</param>
public sealed class UnfitFileException(string path, string reason) : IOException($"'{path}' cannot be read: {reason}.")
{
    /// <summary>Why it is not read, without its path: "it is a pipe or a device, no file".</summary>
    public string Reason { get; } = reason;
}
