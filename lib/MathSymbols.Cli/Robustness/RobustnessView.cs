using System.Globalization;
using MathSymbols.Evaluation.Robustness;
using Spectre.Console;

namespace MathSymbols.Cli.Robustness;

/// <summary>A robustness result on a terminal: a row a step, below a perturbation's mean.</summary>
internal static class RobustnessView
{
    public static Table Of(RobustnessCounts counts)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("perturbation").AddColumn("step");
        foreach (var column in (string[])["correct", "accuracy", "change"]) table.AddColumn(new TableColumn(column).RightAligned());
        Add(counts.Clean.Name, "", counts.Clean.Correct, counts.Clean.Accuracy);
        foreach (var row in counts.Rows)
        {
            Add(row.Perturbation, "mean", null, row.Accuracy);
            foreach (var step in row.Steps) Add("", step.Name, step.Correct, step.Accuracy);
        }

        Add("all", "mean of means", null, counts.Accuracy);
        return table;

        void Add(string perturbation, string step, int? correct, double accuracy) => table.AddRow(
            new Text(perturbation), new Text(step), new Text(correct is { } n ? string.Create(CultureInfo.InvariantCulture, $"{n} of {counts.Clean.Count}") : ""),
            new Text(string.Create(CultureInfo.InvariantCulture, $"{100 * accuracy:0.00} %")), new Text(string.Create(CultureInfo.InvariantCulture, $"{100 * (accuracy - counts.Clean.Accuracy):+0.00;−0.00;0.00}")));
    }
}
