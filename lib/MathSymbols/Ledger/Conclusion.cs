using System.Globalization;

namespace MathSymbols.Ledger;

/// <summary>The report's conclusions said again with the numbers of the ledger's runs, whichever way they fall.</summary>
public static class Conclusion
{
    /// <summary>The conclusions, a point each.</summary>
    /// <param name="ledger">The ledger.</param>
    public static IReadOnlyList<Point> Of(ReportLedger ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        List<Point> said =
        [
            Beside(ledger, "conclusion/activation", "The best activation of AlexNet's dense layers"),
            Beside(ledger, "conclusion/learning-rate", "The best learning rate for Adam"),
            Epochs(ledger),
            Beside(ledger, "conclusion/alexnet-accuracy", "AlexNet's accuracy on the test images"),
            Fluctuates(ledger),
            Beside(ledger, "conclusion/vgg19-accuracy", "VGG19's accuracy on the test images"),
            new("Which is better", $"VGG19 in the report; {Better(ledger.This, "this run")}; {Better(ledger.Full, "the committed full run")}."),
            Misclassified(ledger),
            Beside(ledger, "conclusion/scores", "VGG19's precision, recall, f1-score (weighted by the classes' images) and accuracy"),
            Beside(ledger, "conclusion/own", "Own handwritten images that are classified correctly", "8 of 8"),
        ];
        if (ledger.This.IsUntrained) said.Add(new("An untrained base", "This run's VGG19 stands on weights that nobody trained, because the trained ones were not found: what is said of it here is not transfer learning and says nothing against the report."));
        return said;
    }

    /// <summary>Whether the report's main conclusion stands, how far apart its two models are, and which of them has moved against the report.</summary>
    /// <param name="ledger">The ledger.</param>
    public static string Main(ReportLedger ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        return MainConclusion.Of(ledger);
    }

    private static Point Beside(ReportLedger ledger, string id, string what, string? report = null)
    {
        var row = ledger[id];
        return new(what, $"{report ?? row.Figure.Text.Replace("%", " %", StringComparison.Ordinal)} in the report, {Side(row, row.This, ledger.This, "this run")}, {Side(row, row.Full, ledger.Full, "the committed full run")}.");
    }

    private static string Side(LedgerRow row, LedgerCell cell, LedgerSide side, string name) => cell switch
    {
        { Verdict: Verdict.Missing } => $"nothing yet in {name} ({Notebook(row.Figure.Source, side, name)})",
        { Interval: { } interval } => $"{cell.Text} ({Percent(interval.Low)} to {Percent(interval.High)}) in {name}",
        _ => $"{cell.Text} in {name}",
    };

    private static string Notebook(FigureSource source, LedgerSide side, string name) => (name == "this run", source) switch
    {
        (false, FigureSource.Handwriting) => "not tried with it",
        (false, _) => "there is none",
        (_, FigureSource.Search) when side.AlexNet is not null => "it had no search",
        (_, FigureSource.Search or FigureSource.AlexNet) => "run 03-alexnet first",
        (_, FigureSource.Vgg19) => "run 04-vgg19 first",
        _ => "run 06-handwriting first",
    };

    private static Point Epochs(ReportLedger ledger)
    {
        var beside = Beside(ledger, "conclusion/epochs", "Epochs that AlexNet was trained for");
        var runs = new[] { (ledger.This.AlexNet, Name: "this run"), (ledger.Full.AlexNet, Name: "the committed full run") }.Where(r => r.Item1 is not null);
        return beside with { Text = beside.Text + string.Concat(runs.Select(r => r.Item1!.Record is var record && record.History.Epochs.Count < record.EpochsPlanned
            ? $" Early stopping ended {r.Name}."
            : string.Create(CultureInfo.InvariantCulture, $" {char.ToUpperInvariant(r.Name[0])}{r.Name[1..]} did all {record.EpochsPlanned} that were planned."))) };
    }

    private static Point Fluctuates(ReportLedger ledger)
    {
        var report = Fluctuation.Of([.. ReportFigures.All.Where(f => f.Place is { Table: "alexnet-epochs", Column: "val_accuracy" }).Select(f => f.Number!.Value)]);
        return new("Does AlexNet's validation fluctuate", $"Over the second half of the epochs the largest fall of its accuracy from a peak is {Fall(report)} in the report, {Of(ledger.This, "this run")}, {Of(ledger.Full, "the committed full run")}.");

        string Of(LedgerSide side, string name) => side.AlexNet is { } run ? $"{Fall(Fluctuation.Of(run.Record.History))} in {name}" : $"not known in {name} ({Notebook(FigureSource.AlexNet, side, name)})";
        static string Fall(Fluctuation? found) => found switch
        {
            null => "not known for so few epochs",
            { Peak: var peak, Trough: var trough } when peak > trough => string.Create(CultureInfo.InvariantCulture, $"from {peak:0.00} to {trough:0.00} ({(found.Is ? "it does" : "it does not")})"),
            _ => "none (it does not)",
        };
    }

    private static string Better(LedgerSide side, string name) => side switch
    {
        { Better: { } better } => $"in {name} {better}",
        { AlexNet: null, Vgg19: null } => $"{name} has neither yet",
        { AlexNet: null } => $"{name} has no AlexNet yet",
        { Vgg19: null } => $"{name} has no VGG19 yet",
        _ => $"{name} was not measured on the test images",
    };

    private static Point Misclassified(ReportLedger ledger)
    {
        // The report does not count them; its accuracy and its number of images do.
        var (images, accuracy) = (Number("vgg19/predictions"), ledger["vgg19/test-accuracy"].Figure.Number!.Value);
        var row = ledger["conclusion/misclassified"];
        return new("Test images that VGG19 misclassifies", string.Create(CultureInfo.InvariantCulture, $"{Math.Round((1 - accuracy) * images):0} of {images:N0} in the report, {Side(row, row.This, ledger.This, "this run")}, {Side(row, row.Full, ledger.Full, "the committed full run")}."));

        double Number(string id) => double.Parse(ledger[id].Figure.Value, CultureInfo.InvariantCulture);
    }

    private static string Percent(double share) => share.ToString("P1", CultureInfo.InvariantCulture);
}
