using System.Text.Json.Nodes;
using MathSymbols.Data;
using MathSymbols.Storage;

namespace MathSymbols.Figures;

/// <summary>Samples in rows, with the label under each: the report's 4 × 8 grids.</summary>
public static class SampleGrid
{
    /// <summary>Shows images in the order given; on a narrow screen a row holds fewer.</summary>
    /// <param name="samples">Images and their labels, at least one.</param>
    /// <param name="title">What stands above the figure.</param>
    /// <param name="columns">Images a row, at least 1.</param>
    /// <param name="note">Which profile, dataset and device made it, in one line.</param>
    /// <param name="name">The name in report.json; a slug of the title if null.</param>
    /// <exception cref="ArgumentException">There is no sample.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no column.</exception>
    public static Figure Create(IReadOnlyList<(PixelImage Image, string Label)> samples, string title, int columns = 8, string? note = null, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(samples);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        if (samples.Count == 0)
            throw new ArgumentException("A grid needs at least one sample.", nameof(samples));
        var labels = samples.Select(s => s.Label).ToArray();
        GridCell[] cells = [.. samples.Select(s => new GridCell(s.Image, s.Label))];
        return GridFigure.Create(
            title, $"{(samples.Count == 1 ? "1 image" : $"{samples.Count} images")} in rows of {columns}, labelled {string.Join(", ", labels)}.", name, note,
            Table(labels), new JsonObject { ["columns"] = columns, ["labels"] = JsonNumbers.Array(labels) },
            cells, columns);
    }

    private static FigureTable Table(string[] labels) => new(
        ["Label", "Images"],
        labels.CountBy(l => l).OrderBy(l => l.Key, StringComparer.Ordinal).Select(l => (IReadOnlyList<object>)[l.Key, l.Value]).ToArray());
}
