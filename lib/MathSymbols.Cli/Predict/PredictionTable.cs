using System.Globalization;
using MathSymbols.Classification;
using MathSymbols.Storage;
using Spectre.Console;

namespace MathSymbols.Cli.Predict;

/// <summary>Predictions as a table, written at the end; an image without one is a sentence on standard error at once.</summary>
/// <param name="classifier">Whose they are.</param>
internal sealed class PredictionTable(ClassifierDescription classifier) : IPredictionWriter
{
    private readonly Table _table = new Table().Border(TableBorder.Simple).AddColumn("image").AddColumn("label").AddColumn(new TableColumn("confidence").RightAligned()).AddColumn("then");

    private double? _unsure;

    public void Write(PredictionOutput output)
    {
        if (output.Prediction is not { } prediction) return;
        var then = string.Join(", ", prediction.Top.Skip(1).Take(2).Select(t => $"{Printable.Of(t.Label)} {Percent(t.Probability)}"));
        _table.AddRow(new Text(Printable.Of(output.Name)), new Text($"{Printable.Of(prediction.Label)}{(prediction.Unsure ? " ?" : "")}"), new Text(Percent(prediction.Confidence)), new Text(then));
        if (prediction.Unsure) _unsure = prediction.Threshold;
    }

    public void Dispose()
    {
        if (_table.Rows.Count == 0) return;
        AnsiConsole.Write(_table);
        Console.WriteLine($"Read by {classifier}.");
        if (_unsure is { } threshold) Console.WriteLine($"? It does not know: it is less than {Percent(threshold)} sure, and what stands there is a guess.");
    }

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(1000 * share) / 10:0.0} %");
}
