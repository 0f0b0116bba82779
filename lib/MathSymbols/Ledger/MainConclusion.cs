using System.Globalization;

namespace MathSymbols.Ledger;

/// <summary>What the report comes to, that VGG19 is the better model, held against the ledger's runs.</summary>
internal static class MainConclusion
{
    // Points that are not worth calling a move.
    private const double Still = 1;

    /// <summary>A sentence on the report, and one on each side that has both models.</summary>
    public static string Of(ReportLedger ledger)
    {
        var (alexNet, vgg19) = (Report(ledger, "alexnet/test-accuracy"), Report(ledger, "vgg19/test-accuracy"));
        var text = $"In the report VGG19 is {Distance(vgg19 - alexNet)} of AlexNet on the test images.";
        if (ledger.This.Better is { } own) text += $" In this run it is {Side(own)}.{(ledger.This.IsUntrained ? " Its base is not trained, so this is not the report's VGG19." : "")}";
        if (ledger.Full.Better is { } full) text += $" In the committed full run{Seeds(ledger.Full)} it is {Side(full)}.";
        return text;

        string Side(BetterModel better) =>
            $"{Distance(better.Vgg19.Accuracy - better.AlexNet.Accuracy)}, {Stands(better)}: {Moved(100 * (better.AlexNet.Accuracy - alexNet), 100 * (better.Vgg19.Accuracy - vgg19))}";
    }

    private static double Report(ReportLedger ledger, string id) => ledger[id].Figure.Number!.Value;

    private static string Seeds(LedgerSide side) => side.Seeds.Count > 1 ? string.Create(CultureInfo.InvariantCulture, $" (of VGG19 the median of {side.Seeds.Count} seeds)") : "";

    private static string Distance(double share) => Points(100 * share) is { } points ? $"{points} points {(share < 0 ? "behind" : "ahead")}" : "level";

    private static string Stands(BetterModel better) => better.Name switch
    {
        "VGG19" => "the better model there, too",
        "AlexNet" => "so AlexNet is the better model there",
        _ when Points(100 * (better.Vgg19.Accuracy - better.AlexNet.Accuracy)) is null => "so which is better stays open",
        _ => "which can be chance, so which is better stays open",
    };

    private static string Moved(double alexNet, double vgg19) => $"AlexNet is {Beside(alexNet)} its number in the report, VGG19 {Beside(vgg19)}; {(Math.Abs(alexNet), Math.Abs(vgg19)) switch
    {
        ( < Still, < Still) => "neither has moved by a point",
        var (one, other) when one > other => "AlexNet has moved further",
        _ => "VGG19 has moved further",
    }}";

    private static string Beside(double points) => Points(points) is { } text ? $"{text} points {(points < 0 ? "below" : "above")}" : "at";

    // Null for what would be printed as nothing.
    private static string? Points(double points) => Math.Abs(points) >= 0.05 ? string.Create(CultureInfo.InvariantCulture, $"{Math.Abs(points):0.0}") : null;
}
