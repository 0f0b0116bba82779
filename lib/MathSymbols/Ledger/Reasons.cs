using System.Globalization;
using MathSymbols.Runs;

namespace MathSymbols.Ledger;

/// <summary>Why a run differs from the report, cannot be compared with it, or is missing: computed where it follows from the run, else what is known of the figure, else that chance has a part in it.</summary>
internal sealed class Reasons(Circumstances circumstances, LedgerSide run, LedgerSide full)
{
    private const string Chance = "Other initial weights and another order of the images make another network.";
    private const string OtherImages = "The images here are not the report's, or are split or put into batches otherwise.";
    private const string Otherwise = "Made with other settings than the report's; the run's record has them.";

    private readonly SeedSpan _seeds = new(full.Seeds);

    /// <summary>The reason of a row; null where both sides agree and nothing is to be said.</summary>
    public string? Of(ReportFigure figure, LedgerCell own, LedgerCell committed)
    {
        var known = CuratedReason.For(figure.Id);
        var computed = own.Verdict == Verdict.Differs ? circumstances.Of(figure.Source) : null;
        var needed = committed.Verdict is Verdict.Differs or Verdict.NotComparable || own.Verdict == Verdict.NotComparable || (own.Verdict == Verdict.Differs && computed is null);
        List<string?> parts = [needed || known is { Always: true } ? known?.Text : null, run.Of(figure)?.Remark, full.Of(figure)?.Remark, computed];
        if (own.Verdict == Verdict.Missing) parts.Add("This run: " + WhyMissing(figure, run, "run"));
        if (committed.Verdict == Verdict.Missing) parts.Add("Full run: " + WhyMissing(figure, full, null));
        if (known is null && (committed.Verdict == Verdict.Differs || (own.Verdict == Verdict.Differs && computed is null)))
            parts.Add(General(figure));
        var said = parts.OfType<string>().Distinct().ToList();
        return said.Count > 0 ? string.Join(' ', said) : null;
    }

    // What chance has a part in though it is a word or a count has a reason of its own in reasons.tsv.
    private string General(ReportFigure figure) => figure switch
    {
        { Kind: not (FigureKind.Count or FigureKind.Word or FigureKind.Rounded) } => _seeds.Of(figure) ?? Chance,
        { Source: FigureSource.Data } => OtherImages,
        _ => Otherwise,
    };

    /// <summary>Why a side has nothing for a figure.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="side">The side.</param>
    /// <param name="can">Anything but null for the side that a person can do something about.</param>
    private static string WhyMissing(ReportFigure figure, LedgerSide side, string? can) => figure.Source switch
    {
        FigureSource.Handwriting => can is null ? "own images were not tried with it." : "run 06-handwriting first.",
        FigureSource.Machine or FigureSource.Data or FigureSource.Code => can is null ? "not kept in its record; the code is the same." : "there are too few images for it.",
        FigureSource.Search when side.AlexNet is not null => can is null ? "it was trained without a search." : "it was trained without a search; run 03-alexnet.",
        FigureSource.Search or FigureSource.AlexNet when side.AlexNet is null => Run("03-alexnet", can),
        FigureSource.Both when side.AlexNet is null && side.Vgg19 is null => Run("03-alexnet and 04-vgg19", can),
        FigureSource.Both => side.AlexNet is null ? Run("03-alexnet", can) : side.Vgg19 is null ? Run("04-vgg19", can) : "its test images were not measured.",
        FigureSource.Vgg19 when side.Vgg19 is null => Run("04-vgg19", can),
        _ when figure.Place is { Table: var table } && table.EndsWith("-epochs", StringComparison.Ordinal) => Ended(figure.Source == FigureSource.AlexNet ? side.AlexNet! : side.Vgg19!),
        FigureSource.AlexNet => "its record does not keep it.",
        _ when figure.Place is { } place && side.WhyUnsaid is null => $"its test images have no class '{place.Row}'.",
        _ => side.WhyUnsaid ?? "its record does not keep it.",
    };

    private static string Run(string notebook, string? can) => can is null ? "there is none." : $"run {notebook} first.";

    private static string Ended(StoredRun run) => string.Create(CultureInfo.InvariantCulture, $"it ended after {run.Record.History.Epochs.Count} epochs.");
}
