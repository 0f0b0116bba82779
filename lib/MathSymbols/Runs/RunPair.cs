using MathSymbols.Evaluation;

namespace MathSymbols.Runs;

/// <summary>Two runs compared image by image; see <see cref="PairedTest"/>.</summary>
/// <param name="First">One run.</param>
/// <param name="Second">The other.</param>
/// <param name="Test">McNemar's test; null when they cannot be compared.</param>
/// <param name="Reason">Why they cannot, in one sentence; null when they can.</param>
public sealed record RunPair(StoredRun First, StoredRun Second, McNemar? Test, string? Reason);
