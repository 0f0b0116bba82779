using System.Globalization;
using MathSymbols.Runs;

namespace MathSymbols.Ledger;

/// <summary>What the committed runs that differ in their seed alone give for a figure: how much of a difference a seed makes.</summary>
internal sealed class SeedSpan(IReadOnlyList<StoredRun> seeds)
{
    private readonly Lazy<List<Dictionary<string, Measured>>> _values = new(() => [.. seeds.Select(Values)]);

    /// <summary>"The 5 committed seeds give 0.94 to 1.00."; null for fewer than 2 seeds, or where it is no number.</summary>
    public string? Of(ReportFigure figure)
    {
        if (seeds.Count < 2 || figure.Number is not { } printed || figure.Source != FigureSource.Vgg19) return null;
        var numbers = _values.Value.Select(v => v.GetValueOrDefault(figure.Id)?.Number).OfType<double>().ToList();
        return numbers.Count == seeds.Count
            ? string.Create(CultureInfo.InvariantCulture, $"A seed alone makes a difference: the {seeds.Count} committed ones give {printed.Like(numbers.Min())} to {printed.Like(numbers.Max())}.")
            : null;
    }

    private static Dictionary<string, Measured> Values(StoredRun run)
    {
        var said = SaidOf.Read(run);
        (string Id, Measured Value)[] figures = [.. TrainingFigures.Of(RunArchitecture.Vgg19, run, said), .. Vgg19Figures.Of(run, said), .. EpochFigures.Of(RunArchitecture.Vgg19, run, said), .. ConclusionFigures.OfVgg19(run.Record)];
        return figures.ToDictionary(f => f.Id, f => f.Value, StringComparer.Ordinal);
    }
}
