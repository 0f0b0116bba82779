using System.Text.Json.Nodes;
using MathSymbols.Figures.Static;

namespace MathSymbols.Figures;

/// <summary>A figure that is an <see cref="ImageGrid"/>; where it has no image, its alt text is shown instead.</summary>
internal static class GridFigure
{
    /// <summary>Makes it; for the parameters see <see cref="Figure"/>.</summary>
    public static Figure Create(string title, string altText, string? name, string? note, FigureTable table, JsonObject report, IReadOnlyList<GridCell> cells, int columns) => new(
        title, altText, name, note, table, report,
        _ => cells.Count == 0 ? $"<p>{FigureHtml.Encode(altText)}</p>" : ImageGrid.Content(cells, columns),
        _ => cells.Count == 0 ? StaticSentence.Png(altText) : ImageGrid.Png(cells, columns));
}
