using MathSymbols.Data;
using MathSymbols.Models;
using MathSymbols.Runs;
using MathSymbols.Runtime;

namespace MathSymbols.Ledger;

/// <summary>The runs on one side of the ledger, and what they give for each figure.</summary>
public sealed class LedgerSide
{
    private readonly Dictionary<string, Measured> _values;

    private LedgerSide(StoredRun? alexNet, StoredRun? vgg19, HandwritingCount? handwriting, SaidOf? said, Dictionary<string, Measured> values)
    {
        (AlexNet, Vgg19, Handwriting, _values) = (alexNet, vgg19, handwriting, values);
        Better = alexNet is not null && vgg19 is not null ? BetterModel.Of(alexNet, vgg19) : null;
        if (Better is not null) values["conclusion/better"] = Measured.Word(Better.Name);
        WhyUnsaid = said?.Why;
    }

    /// <summary>The run of AlexNet; null when there is none.</summary>
    public StoredRun? AlexNet { get; }

    /// <summary>The run of VGG19, with the report's preprocessing; null when there is none.</summary>
    public StoredRun? Vgg19 { get; }

    /// <summary>What the classifier makes of own handwritten images; null when that was not tried.</summary>
    public HandwritingCount? Handwriting { get; }

    /// <summary>Which of the two is better; null when one is missing.</summary>
    public BetterModel? Better { get; }

    /// <summary>Whether VGG19's base has weights that nobody trained.</summary>
    public bool IsUntrained => Vgg19 is { Record: var record } && Vgg19Record.IsUntrained(record);

    /// <summary>Why VGG19's run has nothing to say of single images; null when it has.</summary>
    internal string? WhyUnsaid { get; }

    /// <summary>The runs that <see cref="Vgg19"/> is the median of; none for a single run.</summary>
    public IReadOnlyList<StoredRun> Seeds { get; private init; } = [];

    /// <summary>What this side gives for a figure; null when it has nothing.</summary>
    /// <param name="figure">The figure.</param>
    public Measured? Of(ReportFigure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return _values.GetValueOrDefault(figure.Id) ?? (figure is { Kind: FigureKind.Shown, Place: null } && Has(figure.Source) ? Measured.Apart("–") : null);
    }

    /// <summary>Own runs of the profile on these images: the latest of AlexNet, and the latest of VGG19 with the report's preprocessing.</summary>
    internal static LedgerSide Own(RunStore store, Dataset data, Settings settings, TorchDevice device, HandwritingCount? handwriting)
    {
        var runs = OwnRuns.Of(store, data, settings).ToList();
        IEnumerable<(string, Measured)> here = [.. DataFigures.Of(data, device), .. data.ClassNames.Count < 2 ? [] : ArchitectureFigures.Of(data.ClassNames.Count)];
        return Of(runs.LastOrDefault(r => r.Record.Model == RunArchitecture.AlexNet), runs.LastOrDefault(IsReports), handwriting, (_, _) => here);
    }

    /// <summary>The committed full runs: the latest of AlexNet, and the median of VGG19's seeds with the report's preprocessing. So nothing is chosen by what makes it look best.</summary>
    internal static LedgerSide Committed(RunStore store, HandwritingCount? handwriting)
    {
        var runs = store.Runs.Where(r => r.Committed).ToList();
        var seeds = SeedGroup.Of(runs.Where(IsReports)).MaxBy(g => g.Runs.Count);
        var alexNet = runs.LastOrDefault(r => r.Record.Model == RunArchitecture.AlexNet);
        return Of(alexNet, seeds?.Median, handwriting, (one, said) => one is null ? [] : DataFigures.Of(one, said), seeds?.Runs);
    }

    private bool Has(FigureSource source) => source switch
    {
        FigureSource.Search => AlexNet is { Record.Search: not null },
        FigureSource.AlexNet => AlexNet is not null,
        FigureSource.Vgg19 => Vgg19 is not null,
        _ => source is FigureSource.Machine or FigureSource.Data or FigureSource.Code,
    };

    private static bool IsReports(StoredRun run) => run.Record.Model == RunArchitecture.Vgg19 && run.Record.HyperParameters[Vgg19Record.Preprocessing]?.ToString() == Vgg19Preprocessing.Scaled.Word();

    private static LedgerSide Of(StoredRun? alexNet, StoredRun? vgg19, HandwritingCount? handwriting, Func<RunRecord?, IReadOnlyList<string>, IEnumerable<(string, Measured)>> data, IReadOnlyList<StoredRun>? seeds = null)
    {
        var (one, other) = (alexNet is null ? null : SaidOf.Read(alexNet), vgg19 is null ? null : SaidOf.Read(vgg19));
        var classNames = new[] { one, other }.Select(s => s?.ClassNames ?? []).FirstOrDefault(n => n.Count > 0) ?? [];
        List<(string Id, Measured Value)> figures = [.. data((alexNet ?? vgg19)?.Record, classNames)];
        if (alexNet is not null)
        {
            var trials = TrialRecord.Of(alexNet.Record);
            List<(string, Measured)> search = trials.Count == 0 ? [] : [.. SearchFigures.Of(trials, alexNet.Record.BatchSize, alexNet.Record.Profile, TrialRecord.ValidationImages(alexNet.Record, trials))];
            figures.AddRange([.. search, .. ConclusionFigures.OfSearch(search), .. TrainingFigures.Of(RunArchitecture.AlexNet, alexNet, one!), ("alexnet/patience", TrainingFigures.Patience(alexNet.Record))]);
            figures.AddRange([.. EpochFigures.Of(RunArchitecture.AlexNet, alexNet, one!), .. ConclusionFigures.OfAlexNet(alexNet.Record)]);
        }

        if (vgg19 is not null)
            figures.AddRange([.. TrainingFigures.Of(RunArchitecture.Vgg19, vgg19, other!), .. Vgg19Figures.Of(vgg19, other!), .. Vgg19Figures.Averages(other!), .. EpochFigures.Of(RunArchitecture.Vgg19, vgg19, other!), .. ConclusionFigures.OfVgg19(vgg19.Record)]);
        if (handwriting is not null) figures.AddRange(ConclusionFigures.OfHandwriting(handwriting));
        return new(alexNet, vgg19, handwriting, other, figures.ToDictionary(f => f.Id, f => f.Value, StringComparer.Ordinal)) { Seeds = seeds ?? [] };
    }
}
