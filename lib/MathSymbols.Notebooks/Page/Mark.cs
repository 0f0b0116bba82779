namespace MathSymbols.Notebooks.Page;

/// <summary>Something the contents point at.</summary>
/// <param name="Kind">failed or slow.</param>
/// <param name="Text">What is said of it.</param>
/// <param name="Anchor">Where it is.</param>
internal sealed record Mark(string Kind, string Text, string Anchor)
{
    private const double SlowSeconds = 10;

    internal static Mark Failed(string text, string anchor) => new("failed", text, anchor);

    /// <summary>A mark for a cell that took long; null for the others.</summary>
    internal static Mark? Slow(Running.CellRun cell, string anchor) =>
        cell.Seconds > SlowSeconds ? new("slow", $"cell {cell.Number}: {Progress.Wording.Duration(cell.Seconds)}", anchor) : null;
}
