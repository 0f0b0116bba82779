using System.Globalization;
using MathSymbols.Data;
using MathSymbols.Runs;
using MathSymbols.Training;

namespace MathSymbols.Ledger;

/// <summary>What the report leaves unexplained, each with a number from the committed runs, the report's own figures or the images.</summary>
public static class Unexplained
{
    // Grey levels by which JPEG and resizing may tint what is grey.
    private const int Tint = 16;

    /// <summary>The points, a few sentences each; one for which there is no run says so.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="runs">The runs.</param>
    /// <param name="data">The images.</param>
    public static IReadOnlyList<string> Of(ReportLedger ledger, RunStore runs, Dataset data)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(runs);
        ArgumentNullException.ThrowIfNull(data);
        var seeds = SeedGroup.Of(runs.Runs.Where(r => r.Committed && r.Record.Model == "vgg19"));
        return [Halving(ledger.Full.AlexNet), Preprocessing(seeds), Patience(seeds), LastEpoch(ledger.Full.AlexNet), Colours(data), Jumps(ledger.Full.AlexNet)];
    }

    private static string Halving(StoredRun? full)
    {
        const string What = "The search never halves. ";
        if (full is null || TrialRecord.Of(full.Record) is not { Count: > 0 } trials) return What + "There is no committed search to show it on.";
        var epochs = trials.Select(t => t.Epochs).Distinct().Order();
        var stuck = trials.Where(t => t.Score is not null).GroupBy(t => t.Score!.Value).MaxBy(g => g.Count())!;
        var text = string.Create(CultureInfo.InvariantCulture, $"{What}Hyperband tries many models for few epochs and goes on with the best of them; with {trials.Count} configurations and no more, the full run's search ended after {trials.Count} trials of {string.Join(" or ", epochs)} epochs, and {trials.Count(t => t.Round > 0)} were promoted.");
        return stuck.Count() > 1 ? string.Create(CultureInfo.InvariantCulture, $"{text} {stuck.Count()} of them ended at the same {stuck.Key:0.0000}: the share of one class, given as the answer to every image.") : text;
    }

    private static string Preprocessing(IReadOnlyList<SeedGroup> seeds)
    {
        const string What = "VGG19 is fed X / 255, and not what it was trained with. ";
        return Group(seeds, "scaled") is { } scaled && Group(seeds, "keras") is { } keras
            ? string.Create(CultureInfo.InvariantCulture, $"{What}It does no harm: the median test accuracy of {scaled.Runs.Count} seeds is {Test(scaled.Median):P2} so ({Test(scaled.Ordered[0]):P2} to {Test(scaled.Ordered[^1]):P2}), and with Keras' own preprocessing {Test(keras.Median):P2} ({Test(keras.Ordered[0]):P2} to {Test(keras.Ordered[^1]):P2}).")
            : What + "There are no committed runs of both to compare.";
    }

    private static string Patience(IReadOnlyList<SeedGroup> seeds)
    {
        var report = new History([.. ReportFigures.All.Where(f => f.Place is { Table: "vgg19-epochs" }).GroupBy(f => f.Place!.Value.Row).Select(Epoch)]);
        var text = string.Create(CultureInfo.InvariantCulture, $"VGG19's early stopping is built and not used. By the report's own validation losses it would have ended the training after epoch {Stop(report)} of {report.Epochs.Count}");
        return Group(seeds, "scaled") is { } scaled
            ? $"{text}, and those of our seeds after {string.Join(", ", scaled.Runs.Select(r => Stop(r.Record.History).ToString(CultureInfo.InvariantCulture)))}."
            : text + ".";

        static EpochResult Epoch(IGrouping<string, ReportFigure> figures)
        {
            double Of(string column) => figures.Single(f => f.Place!.Value.Column == column).Number!.Value;
            return new(int.Parse(figures.Key, CultureInfo.InvariantCulture), Of("loss"), Of("accuracy"), Of("val_loss"), Of("val_accuracy"), 0, 0, 0);
        }

        static int Stop(History history) => Enumerable.Range(1, history.Epochs.Count).FirstOrDefault(n => Vgg19Plan.EarlyStopping.StopsAfter(new([.. history.Epochs.Take(n)])), history.Epochs.Count);
    }

    private static string LastEpoch(StoredRun? full)
    {
        var losses = ReportFigures.All.Where(f => f.Place is { Table: "alexnet-epochs", Column: "val_loss" }).ToList();
        var best = losses.MinBy(f => f.Number!.Value)!.Place!.Value.Row;
        double Accuracy(string row) => ReportFigures.All.Single(f => f.Id == $"alexnet-epochs/{row}/val_accuracy").Number!.Value;
        var text = string.Create(CultureInfo.InvariantCulture, $"AlexNet's early stopping keeps the last weights, not the best. In the report validation accuracy was {Accuracy(best):0.00} after epoch {best}, the one with the lowest validation loss, and {Accuracy(losses[^1].Place!.Value.Row):0.00} after the last, whose weights the test figure is of");
        return full?.Record.Result(RunWeights.BestEpoch, RunSet.Test) is { } kept && full.Record.Result(RunWeights.LastEpoch, RunSet.Test) is { } last
            ? string.Create(CultureInfo.InvariantCulture, $"{text}; in the full run the two give {kept.Accuracy:P2} (epoch {full.Record.BestEpoch}) and {last.Accuracy:P2} on the test images.")
            : text + ".";
    }

    private static string Colours(Dataset data)
    {
        var test = data.Pixels.Usable(data.Split.Test);
        var coloured = test.Count(i => IsColoured(data.Pixels.Image(i)));
        return string.Create(CultureInfo.InvariantCulture, $"The own images are predicted with red and blue exchanged, because OpenCV reads blue first and Keras red. Only colour can suffer from it: of the {test.Count:N0} test images here {coloured:N0} have a pixel whose red and blue are more than {Tint} of 255 apart, so the training has taught little about colour, and the report's own images are coloured.");
    }

    private static bool IsColoured(PixelImage image)
    {
        var planes = image.Planes.Span;
        var plane = planes.Length / 3;
        var red = planes[..plane];
        var blue = planes[(2 * plane)..];
        for (var i = 0; i < plane; i++)
        {
            if (Math.Abs(red[i] - blue[i]) > Tint) return true;
        }

        return false;
    }

    private static string Jumps(StoredRun? full)
    {
        const string What = "AlexNet's validation loss jumps. ";
        return full is null ? What + "There is no committed run to show why." : What + (BatchNormEvidence.Of(full.Record.History)?.Conclusion() ?? "The committed run was not probed for the reason.");
    }

    private static SeedGroup? Group(IReadOnlyList<SeedGroup> seeds, string preprocessing) =>
        seeds.Where(g => g.Median.Record.HyperParameters["preprocessing"]?.ToString() == preprocessing).MaxBy(g => g.Runs.Count);

    private static double Test(StoredRun run) => run.Record.Result(RunWeights.LastEpoch, RunSet.Test)?.Accuracy ?? double.NaN;
}
