using System.Text;
using System.Text.Json.Nodes;
using MathSymbols.Data;
using MathSymbols.Evaluation.Robustness;
using MathSymbols.Evaluation.Robustness.Perturbing;
using MathSymbols.Storage;

namespace MathSymbols.Figures;

/// <summary>One image as it is, and after each step of each perturbation: a row a perturbation, from mild to strong.</summary>
public static class PerturbationGrid
{
    /// <summary>Shows what is done to images.</summary>
    /// <param name="image">The image.</param>
    /// <param name="draw">Its seed and path, so that it is changed as a measurement changes it.</param>
    /// <param name="perturbations">The perturbations, at least one; null for <see cref="Perturbations.All"/>.</param>
    /// <param name="title">What stands above the figure.</param>
    /// <param name="note">Which dataset and image it is, in one line.</param>
    /// <param name="name">The name in report.json; a slug of the title if null.</param>
    /// <exception cref="ArgumentException">There is no perturbation.</exception>
    public static Figure Create(PixelImage image, ImageDraw draw, IReadOnlyList<IPerturbation>? perturbations = null, string title = "What is done to an image", string? note = null, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(image);
        perturbations ??= Perturbations.All;
        if (perturbations.Count == 0) throw new ArgumentException("There is no perturbation to show.", nameof(perturbations));
        GridCell[][] rows = [[new(image, RobustnessCounts.CleanName)], .. perturbations.Select(p => Row(p, image, draw))];
        var columns = rows.Max(r => r.Length);
        var listed = string.Join("; ", perturbations.Select(p => $"{p.Name}: {string.Join(", ", p.Steps)}"));
        return new Figure(
            title, $"One image as it is and changed in {perturbations.Sum(p => p.Steps.Count)} ways, a row a perturbation, from mild to strong. {listed}.", name, note, Table(perturbations), Report(perturbations),
            _ => Content(rows, columns), _ => ImageGrid.Png(rows));
    }

    private static GridCell[] Row(IPerturbation perturbation, PixelImage image, ImageDraw draw) =>
        [.. perturbation.Steps.Select((step, level) => new GridCell(perturbation.Apply(image, level, draw), perturbation.Name, step))];

    // A grid of its own each, so that a row stays a row on a narrow screen.
    private static string Content(GridCell[][] rows, int columns) => new StringBuilder().AppendJoin("", rows.Select(r => ImageGrid.Content(r, columns))).ToString();

    private static FigureTable Table(IReadOnlyList<IPerturbation> perturbations) => new(
        ["Perturbation", "Steps", "From mild to strong"], [.. perturbations.Select(p => (IReadOnlyList<object>)[p.Name, p.Steps.Count, string.Join(", ", p.Steps)])]);

    private static JsonObject Report(IReadOnlyList<IPerturbation> perturbations) => new()
    {
        ["perturbations"] = new JsonArray([.. perturbations.Select(p => new JsonObject { ["name"] = p.Name, ["steps"] = JsonNumbers.Array(p.Steps) })]),
    };
}
