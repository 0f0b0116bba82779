using System.Globalization;
using MathSymbols.Evaluation;
using MathSymbols.Runs;

namespace MathSymbols.Ledger;

/// <summary>What the committed runs that differ in their seed alone give for a figure: how much of a difference a seed makes.</summary>
internal sealed class SeedSpan(IReadOnlyList<StoredRun> seeds)
{
    private readonly Lazy<List<Dictionary<string, Measured>>> _values = new(() => [.. seeds.Select(Values)]);

    /// <summary>Between what the seeds lie, and whether the report's number is one that they give; null for fewer than 2 seeds, or where it is no number.</summary>
    public string? Of(ReportFigure figure)
    {
        if (seeds.Count < 2 || figure.Number is not { } printed || figure.Source != FigureSource.Vgg19) return null;
        var numbers = _values.Value.Select(v => v.GetValueOrDefault(figure.Id)?.Number).OfType<double>().ToList();
        if (numbers.Count < seeds.Count) return null;
        var span = new Interval(numbers.Min(), numbers.Max());
        var (low, high) = (printed.Like(span.Low), printed.Like(span.High));
        return printed.Overlaps(span)
            ? string.Create(CultureInfo.InvariantCulture, $"A seed alone makes a difference: the {seeds.Count} committed ones give {low} to {high}.")
            : string.Create(CultureInfo.InvariantCulture, $"None of our {seeds.Count} seeds gives it ({low} to {high}), and why is not known.");
    }

    private static Dictionary<string, Measured> Values(StoredRun run)
    {
        var said = SaidOf.Read(run);
        (string Id, Measured Value)[] figures = [.. TrainingFigures.Of(RunArchitecture.Vgg19, run, said), .. Vgg19Figures.Of(run, said), .. EpochFigures.Of(RunArchitecture.Vgg19, run, said), .. ConclusionFigures.OfVgg19(run.Record)];
        return figures.ToDictionary(f => f.Id, f => f.Value, StringComparer.Ordinal);
    }
}
