namespace MathSymbols.Notebooks.Running;

/// <summary>A wish to end the run.</summary>
/// <param name="Asked">The running cell is to end, and what it has done to be kept.</param>
/// <param name="Now">It is no longer waited for.</param>
internal sealed record StopRequest(CancellationToken Asked, CancellationToken Now);
