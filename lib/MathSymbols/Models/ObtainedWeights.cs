using System.Diagnostics.CodeAnalysis;

namespace MathSymbols.Models;

/// <summary>A weights file, or the reason why there is none.</summary>
/// <param name="Origin">How it was come by.</param>
/// <param name="FilePath">Where it is; null when there is none.</param>
/// <param name="Reason">One sentence when there is none: why, and what to do; otherwise null.</param>
public sealed record ObtainedWeights(WeightsOrigin Origin, string? FilePath, string? Reason)
{
    /// <summary>True when there is a file.</summary>
    [MemberNotNullWhen(true, nameof(FilePath))]
    [MemberNotNullWhen(false, nameof(Reason))]
    public bool Available => FilePath is not null;
}
