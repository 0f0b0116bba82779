using MathSymbols.Data.Audit;

namespace MathSymbols.Figures.Audit;

/// <summary>A group of copies with its images decoded.</summary>
/// <param name="Group">The group.</param>
/// <param name="Title">Its number, and in what way its images are copies.</param>
/// <param name="Cells">Its images.</param>
internal sealed record DrawnGroup(DuplicateGroup Group, string Title, IReadOnlyList<GridCell> Cells)
{
    /// <summary>Images a row at most.</summary>
    public const int Columns = 6;

    /// <summary>The group as HTML.</summary>
    public string Html => $"<article class=\"au-group\"><h3>{Title}</h3>{ImageGrid.Content(Cells, Math.Min(Columns, Cells.Count))}</article>\n";

    /// <summary>Groups as HTML, side by side where there is room.</summary>
    public static string Row(IEnumerable<string> groups) => $"<div class=\"au-groups ms-figure au-wide\">\n{string.Concat(groups)}</div>\n";
}
