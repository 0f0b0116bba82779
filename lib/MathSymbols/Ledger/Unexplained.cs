using System.Globalization;
using MathSymbols.Data;
using MathSymbols.Models;
using MathSymbols.Runs;
using MathSymbols.Training;

namespace MathSymbols.Ledger;

/// <summary>What the report leaves unexplained, each with a number from the committed runs, the report's own figures or the images.</summary>
public static class Unexplained
{
    // Grey levels by which JPEG and resizing may tint what is grey.
    private const int Tint = 16;

    // What is lost of a share of images when it is written down.
    private const double SameShare = 1e-6;

    /// <summary>The six points; one for which there is no run says so.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="runs">The runs.</param>
    /// <param name="data">The images.</param>
    public static IReadOnlyList<Point> Of(ReportLedger ledger, RunStore runs, Dataset data)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(runs);
        ArgumentNullException.ThrowIfNull(data);
        var seeds = SeedGroup.Of(runs.Runs.Where(r => r.Committed && r.Record.Model == RunArchitecture.Vgg19));
        return [Halving(ledger.Full.AlexNet), Preprocessing(seeds), Patience(seeds), LastEpoch(ledger.Full.AlexNet), Colours(data, ledger.Full.Handwriting), Jumps(ledger.Full.AlexNet)];
    }

    private static Point Halving(StoredRun? full)
    {
        const string What = "The search never halves.";
        if (full is null || TrialRecord.Of(full.Record) is not { Count: > 0 } trials) return new(What, "There is no committed search to show it on.");
        var promoted = trials.Count(t => t.Round > 0);
        var epochs = trials.Select(t => t.Epochs).Distinct().Order();
        var stuck = trials.Where(t => t.Score is not null).GroupBy(t => t.Score!.Value).MaxBy(g => g.Count());
        var text = string.Create(CultureInfo.InvariantCulture, $"Hyperband tries many models for few epochs and goes on with the best of them; with {trials.Count} configurations and no more, the full run's search ended after {trials.Count} trials of {string.Join(" or ", epochs)} epochs, and {(promoted == 0 ? "none" : promoted.ToString(CultureInfo.InvariantCulture))} went on to a second round.");
        if (stuck is null || stuck.Count() < 2) return new(What, text);
        text += string.Create(CultureInfo.InvariantCulture, $" {stuck.Count()} of them ended at the same {stuck.Key:0.0000}");
        var said = SaidOf.Read(full);
        var validation = said.Of(RunSet.Validation);
        var answers = validation.CountBy(v => v.Truth).Where(c => Math.Abs((double)c.Value / validation.Count - stuck.Key) < SameShare).OrderBy(c => c.Key).Select(c => $"'{said.ClassNames[c.Key]}'").ToList();
        return new(What, text + (answers.Count > 0 ? $", as much as a network gets that answers {string.Join(" or ", answers)} for every image." : "."));
    }

    private static Point Preprocessing(IReadOnlyList<SeedGroup> seeds)
    {
        const string What = "VGG19 is fed X / 255, and not what it was trained with.";
        if (Group(seeds, Vgg19Preprocessing.Scaled) is not { } scaled || Group(seeds, Vgg19Preprocessing.Keras) is not { } keras) return new(What, "There are no committed runs of both to compare.");
        var harm = Test(scaled.Median) < Test(keras.Median) ? "It costs something" : "It does no harm";
        return new(What, string.Create(
            CultureInfo.InvariantCulture, $"{harm}: the median test accuracy of {scaled.Runs.Count} seeds is {Test(scaled.Median):P2} ({Test(scaled.Ordered[0]):P2} to {Test(scaled.Ordered[^1]):P2}); with Keras' own preprocessing it is {Test(keras.Median):P2} ({Test(keras.Ordered[0]):P2} to {Test(keras.Ordered[^1]):P2})."));
    }

    private static Point Patience(IReadOnlyList<SeedGroup> seeds)
    {
        var report = new History([.. ReportFigures.All.Where(f => f.Place is { Table: "vgg19-epochs" }).GroupBy(f => f.Place!.Value.Row).Select(Epoch)]);
        var stop = report.Epochs[Stop(report) - 1];
        var text = string.Create(CultureInfo.InvariantCulture, $"By the report's own validation losses it would have ended the training after epoch {stop.Epoch} of {report.Epochs.Count}, at a validation accuracy of {stop.ValidationAccuracy:P2} instead of {report.Last.ValidationAccuracy:P2}");
        return new("VGG19's early stopping is built and not used.", Group(seeds, Vgg19Preprocessing.Scaled) is { } scaled
            ? $"{text}; our seeds' trainings would have ended after epochs {string.Join(", ", scaled.Runs.Select(r => Stop(r.Record.History).ToString(CultureInfo.InvariantCulture)))}."
            : text + ".");

        static EpochResult Epoch(IGrouping<string, ReportFigure> figures)
        {
            double Of(string column) => figures.Single(f => f.Place!.Value.Column == column).Number!.Value;
            return new(int.Parse(figures.Key, CultureInfo.InvariantCulture), Of("loss"), Of("accuracy"), Of("val_loss"), Of("val_accuracy"), 0, 0, 0);
        }

        static int Stop(History history) => Enumerable.Range(1, history.Epochs.Count).FirstOrDefault(n => Vgg19Plan.EarlyStopping.StopsAfter(new([.. history.Epochs.Take(n)])), history.Epochs.Count);
    }

    private static Point LastEpoch(StoredRun? full)
    {
        var losses = ReportFigures.All.Where(f => f.Place is { Table: "alexnet-epochs", Column: "val_loss" }).ToList();
        var best = losses.MinBy(f => f.Number!.Value)!.Place!.Value.Row;
        double Accuracy(string row) => ReportFigures.All.Single(f => f.Id == $"alexnet-epochs/{row}/val_accuracy").Number!.Value;
        var text = string.Create(CultureInfo.InvariantCulture, $"In the report validation accuracy was {Accuracy(best):0.00} after epoch {best}, the one with the lowest validation loss, and {Accuracy(losses[^1].Place!.Value.Row):0.00} after the last, whose weights the test figure is of");
        return new("AlexNet's early stopping keeps the last weights, not the best.", full?.Record.Result(RunWeights.BestEpoch, RunSet.Test) is { } kept && full.Record.Result(RunWeights.LastEpoch, RunSet.Test) is { } last
            ? string.Create(CultureInfo.InvariantCulture, $"{text}; in the full run the two give {kept.Accuracy:P2} (epoch {full.Record.BestEpoch}) and {last.Accuracy:P2} on the test images.")
            : text + ".");
    }

    private static Point Colours(Dataset data, HandwritingCount? committed)
    {
        var test = data.Pixels.Usable(data.Split.Test);
        var coloured = test.Count(i => IsColoured(data.Pixels.Image(i)));
        var text = string.Create(
            CultureInfo.InvariantCulture, $"OpenCV reads blue first, Keras red. That can matter for coloured ink alone, which the report's own images have; of the {test.Count:N0} test images here, {(coloured == 0 ? "none has" : $"{coloured:N0} have")} a pixel whose red and blue are more than {Tint} of 255 apart.");
        return new("The own images are predicted with red and blue exchanged.", committed is null ? text : string.Create(
            CultureInfo.InvariantCulture, $"{text} Of {committed.Images} own images, most in colour, the committed classifier has {committed.Squashed} right, and {committed.Exchanged} when their channels are exchanged."));
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

    private static Point Jumps(StoredRun? full)
    {
        const string What = "AlexNet's validation loss jumps.";
        return new(What, full is null ? "There is no committed run to show why." : BatchNormEvidence.Of(full.Record.History)?.Conclusion() ?? "The committed run was not probed for the reason.");
    }

    private static SeedGroup? Group(IReadOnlyList<SeedGroup> seeds, Vgg19Preprocessing preprocessing) =>
        seeds.Where(g => g.Median.Record.HyperParameters[Vgg19Record.Preprocessing]?.ToString() == preprocessing.Word()).MaxBy(g => g.Runs.Count);

    private static double Test(StoredRun run) => run.Record.Result(RunWeights.LastEpoch, RunSet.Test)?.Accuracy ?? double.NaN;
}
