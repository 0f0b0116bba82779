using MathSymbols.Notebooks.Running;

namespace MathSymbols.Notebooks.Page;

/// <summary>A heading and what stands below it up to the next.</summary>
/// <param name="Level">1 for a notebook's own heading.</param>
/// <param name="Number">Such as 2.3, or what the heading itself says.</param>
/// <param name="Text">The heading without markup and number.</param>
/// <param name="Id">Its anchor, unique on the page.</param>
internal sealed record Section(int Level, string Number, string Text, string Id)
{
    /// <summary>The code cells below the heading.</summary>
    internal List<CellRun> Cells { get; } = [];
}
