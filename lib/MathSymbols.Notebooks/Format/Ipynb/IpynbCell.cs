namespace MathSymbols.Notebooks.Format.Ipynb;

/// <summary>A cell and what is saved of its last run.</summary>
/// <param name="Cell">The cell; pictures attached to it stand in its text.</param>
/// <param name="ExecutionCount">As the how many-th it ran; null if it did not, or that was not saved.</param>
/// <param name="Outputs">What it put out, in order.</param>
/// <param name="Seconds">How long it ran, where that was saved.</param>
internal sealed record IpynbCell(Cell Cell, int? ExecutionCount, IReadOnlyList<IpynbOutput> Outputs, double? Seconds = null);
