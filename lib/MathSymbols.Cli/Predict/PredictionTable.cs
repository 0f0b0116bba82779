using System.Globalization;
using MathSymbols.Storage;
using Spectre.Console;

namespace MathSymbols.Cli.Predict;

/// <summary>Predictions as a table, written at the end; an image without one is a sentence on standard error at once.</summary>
internal sealed class PredictionTable : IPredictionWriter
{
    private readonly Table _table = new Table().Border(TableBorder.Simple).AddColumn("image").AddColumn("label").AddColumn(new TableColumn("confidence").RightAligned()).AddColumn("then");

    public void Write(PredictionOutput output)
    {
        if (output.Prediction is not { } prediction) return;
        var then = string.Join(", ", prediction.Top.Skip(1).Take(2).Select(t => $"{Printable.Of(t.Label)} {Percent(t.Probability)}"));
        _table.AddRow(new Text(Printable.Of(output.Name)), new Text(Printable.Of(prediction.Label)), new Text($"{Percent(prediction.Confidence)}{(prediction.Unsure ? " ?" : "")}"), new Text(then));
    }

    public void Dispose()
    {
        if (_table.Rows.Count > 0) AnsiConsole.Write(_table);
    }

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.0} %");
}
