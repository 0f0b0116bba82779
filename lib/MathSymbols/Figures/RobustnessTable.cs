using System.Globalization;
using System.Text.Json.Nodes;
using MathSymbols.Evaluation.Robustness;
using MathSymbols.Figures.Static;
using MathSymbols.Storage;

namespace MathSymbols.Figures;

/// <summary>How the accuracy of models falls when test images are changed: a row a step, below the mean of its perturbation; a column a model, its strongest fall marked.</summary>
public static class RobustnessTable
{
    /// <summary>Sets models side by side.</summary>
    /// <param name="models">What each is called, and its result; at least one, all measured on the same images with the same steps.</param>
    /// <param name="title">What stands above the figure.</param>
    /// <param name="note">Which profile, dataset and device made it, in one line.</param>
    /// <param name="name">The name in report.json; a slug of the title if null.</param>
    /// <exception cref="ArgumentException">There is no model, or they were measured on other images or with other steps.</exception>
    public static Figure Create(IReadOnlyList<(string Name, RobustnessResult Result)> models, string title = "Accuracy on changed images", string? note = null, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(models);
        if (models.Count == 0) throw new ArgumentException("There is no model to show.", nameof(models));
        var first = models[0].Result;
        if (models.FirstOrDefault(m => !IsAlike(first, m.Result)) is { Name: { } other })
            throw new ArgumentException($"'{models[0].Name}' and '{other}' were measured on other images, or with other steps: measure both again with the same data, split, sample and seed.", nameof(models));
        string[] names = [.. models.Select(m => m.Name)];
        var lines = RobustnessLine.Of([.. models.Select(m => m.Result.Counts)]);

        // The index of each model's lowest step.
        int[] lowest = [.. names.Select((_, m) => lines.Index().Where(l => !l.Item.IsMean).MinBy(l => l.Item.Accuracy[m]).Index)];
        return new(
            title, Describe(models, lines, lowest), name, note, Table(models), Report(models),
            _ => RobustnessHtml.Content(names, lines, lowest), _ => StaticRobustness.Png(names, lines, lowest));
    }

    /// <summary>An accuracy in per cent, and in points how far it is from the unchanged images'.</summary>
    internal static (string Accuracy, string Change) Texts(IReadOnlyList<RobustnessLine> lines, int line, int model)
    {
        var (accuracy, clean) = (lines[line].Accuracy[model], lines[0].Accuracy[model]);
        return (Percent(accuracy), line == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{100 * (accuracy - clean):+0.0;−0.0;0.0}"));
    }

    private static bool IsAlike(RobustnessResult a, RobustnessResult b) =>
        a.Subject.IsComparableTo(b.Subject) && a.Counts.Clean.Count == b.Counts.Clean.Count && Steps(a).SequenceEqual(Steps(b));

    private static IEnumerable<(string, string)> Steps(RobustnessResult result) => result.Counts.Rows.SelectMany(r => r.Steps.Select(s => (r.Perturbation, s.Name)));

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.0}\u00a0%");

    private static string Describe(IReadOnlyList<(string Name, RobustnessResult Result)> models, IReadOnlyList<RobustnessLine> lines, int[] lowest)
    {
        var counts = models[0].Result.Counts;
        var parts = models.Select((m, i) =>
            $"{m.Name}: {Percent(m.Result.Counts.Clean.Accuracy)} unchanged, {Percent(m.Result.Counts.Accuracy)} as the mean over the perturbations, lowest after {lines[lowest[i]].Perturbation} {lines[lowest[i]].Step} with {Percent(lines[lowest[i]].Accuracy[i])}");
        return string.Create(CultureInfo.InvariantCulture, $"Table of accuracies on {counts.Clean.Count:N0} test images, a row each of {counts.Rows.Sum(r => r.Steps.Count)} steps of {counts.Rows.Count} perturbations, a column a model. {string.Join("; ", parts)}.");
    }

    private static FigureTable Table(IReadOnlyList<(string Name, RobustnessResult Result)> models)
    {
        var counts = models[0].Result.Counts;
        return new(
            ["Perturbation", "Step", "Images", .. models.Select(m => $"Correct, {m.Name}")],
            [
                [RobustnessCounts.CleanName, "", counts.Clean.Count, .. models.Select(m => (object)m.Result.Counts.Clean.Correct)],
                .. counts.Rows.SelectMany((row, r) => row.Steps.Select((step, s) => (IReadOnlyList<object>)[row.Perturbation, step.Name, step.Count, .. models.Select(m => (object)m.Result.Counts.Rows[r].Steps[s].Correct)])),
            ]);
    }

    private static JsonObject Report(IReadOnlyList<(string Name, RobustnessResult Result)> models) => new()
    {
        ["images"] = models[0].Result.Counts.Clean.Count,
        ["models"] = new JsonArray([.. models.Select(m => new JsonObject
        {
            ["name"] = m.Name,
            ["clean_accuracy"] = m.Result.Counts.Clean.Accuracy,
            ["mean_accuracy"] = m.Result.Counts.Accuracy,
            ["perturbations"] = new JsonArray([.. m.Result.Counts.Rows.Select(r => new JsonObject
            {
                ["perturbation"] = r.Perturbation,
                ["mean_accuracy"] = r.Accuracy,
                ["steps"] = JsonNumbers.Array(r.Steps.Select(s => s.Name)),
                ["correct"] = JsonNumbers.Array(r.Steps.Select(s => (long)s.Correct)),
            })]),
        })]),
    };
}
