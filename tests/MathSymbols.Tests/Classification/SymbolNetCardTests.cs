using MathSymbols.Classification;
using MathSymbols.Data;
using MathSymbols.Evaluation;
using MathSymbols.Evaluation.Calibration;
using MathSymbols.Evaluation.Parts;
using MathSymbols.Runs;
using MathSymbols.Storage.Safetensors;
using MathSymbols.Tests.Support;
using Xunit;

namespace MathSymbols.Tests.Classification;

/// <summary>SymbolNet's card says what the records say, the file is that of the seed with the best validation accuracy, and it reads what it is said to read.</summary>
public sealed class SymbolNetCardTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SymbolClassifier _classifier;
    private readonly ModelCard _card;

    public SymbolNetCardTests()
    {
        _classifier = SymbolClassifier.Load(SavedClassifier.Find(SavedClassifier.SymbolNetName)!, new() { Work = _folder["work"] }, TinyDataset.Device, cancellation: Stop);
        _card = new("symbolnet.md", _classifier.Description.Provenance.Run, _folder["work"]);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private ClassifierCalibration Calibration => _classifier.Description.Calibration;

    public void Dispose()
    {
        _classifier.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Its_figures_are_those_of_the_run()
    {
        _card.SaysTheResults();
        _card.Says($"seed {_card.Run.Record.Seed}, float32");
        _card.Says($"{_classifier.Description.Calibration.Temperature:0.000}");
        _card.Says($"below {100 * Calibration.Threshold:0.0} %");
        _card.Says($"at most {100 * Calibration.Bound!:0.0} %");

        var scaling = new TemperatureScaling(Calibration.Temperature);
        var test = _card.Run.ReadPredictions()!.Of(RunSet.Test).Select(p => scaling.Apply(p)).ToList();
        var unsure = test.Where(p => p.Probabilities.Max() < Calibration.Threshold).ToList();
        _card.Says($"of the 1,018 test images it is unsure of {unsure.Count}, and has {test.Count(p => !p.IsRight())} wrong, {unsure.Count(p => !p.IsRight())} of them unsurely");
    }

    [Fact]
    public void It_is_the_best_of_five_seeds_on_the_validation_images_and_the_card_gives_them_all()
    {
        var seeds = ModelCard.Store(_folder["work"]).Runs.Where(r => r.Committed && r.Record.Model == RunArchitecture.SymbolNet).OrderBy(r => r.Record.Seed).ToList();
        Assert.Equal([1, 2, 3, 4, 5], seeds.Select(r => r.Record.Seed));
        Assert.Equal(seeds.OrderByDescending(r => Result(r, RunSet.Validation).Correct).ThenBy(r => Result(r, RunSet.Validation).Loss).First().Label, _classifier.Description.Provenance.Run);
        var median = seeds.Select(r => Result(r, RunSet.Test)).OrderBy(r => r.Correct).ElementAt(2);
        _card.Says($"{string.Join(", ", seeds.Select(r => FormattableString.Invariant($"{100 * Result(r, RunSet.Test).Accuracy:0.00}")))} %, with a median of {100 * median.Accuracy:0.00} % ({100 * median.Interval.Low:0.0}–{100 * median.Interval.High:0.0})");

        static RunResult Result(StoredRun run, string set) => run.Record.Result(RunWeights.LastEpoch, set)!;
    }

    [Fact]
    public void Its_five_folds_cover_every_image_once()
    {
        var folds = ModelCard.Store(_folder["work"]).Folds.Select(f => f.Record.Result(RunWeights.LastEpoch, RunSet.Test)!).ToList();
        var summary = new FoldSummary([.. folds.Select((f, i) => new PartAccuracy($"fold {i + 1}", f.Correct, f.Count))]);
        Assert.Equal((5, 10_071), (folds.Count, folds.Sum(f => f.Count)));
        _card.Says($"{100 * summary.Mean:0.00} % of the images of the left-out fold are right in the mean, with a standard deviation of {100 * summary.StandardDeviation:0.00} points");
    }

    [Fact]
    public void Its_robustness_is_the_committed_measurement()
    {
        var all = CommittedRobustness.All();
        Assert.Equal(["VGG19", "SymbolNet"], all.Select(r => r.Name));
        Assert.Equal(_classifier.Description.ToString(), all[1].Result.Subject.Model);
        Assert.True(all[0].Result.Subject.IsComparableTo(all[1].Result.Subject));
        _card.Says($"of the 1,018 test images {all[1].Result.Counts.Clean.Correct:N0} are right");
        _card.Says($"{100 * all[1].Result.Counts.Accuracy:0.0} % of the test images, changed in twelve ways, where VGG19's head has {100 * all[0].Result.Counts.Accuracy:0.0} %");
    }

    [Fact]
    public void It_reads_the_committed_handwriting_as_the_card_says()
    {
        var own = OwnImages.Open(new() { Work = _folder["work"] }, Stop);
        var result = HandwritingResult.Of(_classifier, own, Stop);
        _card.Says($"{result.Right(Framing.Squash)} of 24 are right when they are squashed into a square, {result.Right(Framing.Ink)} when the ink alone is taken");
        var read = _classifier.Read([.. own.Images.Select(i => i.Decode())], Stop).Zip(own.Images).ToList();
        _card.Says($"with both looks {read.Count(r => r.First.Label == r.Second.Truth)}, of which it is unsure of {read.Count(r => r.First.Label == r.Second.Truth && r.First.Unsure)}");
        var wrong = result.Rows.Where(r => r.Truth != r.Squash.Label).ToList();
        _card.Says($"{wrong.Count(r => r.Squash.Probability < Calibration.Threshold)} of the {wrong.Count} squashed ones that are wrong are marked as unsure");
    }

    [Fact]
    public void It_says_of_test_images_what_its_run_has_recorded()
    {
        var images = Shared.Need("handwritten-math-symbols");
        var scaling = new TemperatureScaling(Calibration.Temperature);
        var rows = _card.Run.ReadPredictions()!.Of(RunSet.Test).Where((_, i) => i % 8 == 0).ToList();
        var predictions = _classifier.Predict([.. rows.Select(r => ImageDecoder.Decode(Path.Combine(images, r.Path)))], cancellation: Stop);
        foreach (var (row, prediction) in rows.Zip(predictions))
        {
            foreach (var (recorded, now) in scaling.Apply(row).Probabilities.Zip(prediction.Probabilities)) Assert.Equal(recorded, now, 1e-3f);
        }
    }

    [Fact]
    public void The_file_is_small_and_whole()
    {
        Assert.InRange(new FileInfo(SavedClassifier.Find(SavedClassifier.SymbolNetName)!).Length, 1, 3_000_000);
        using var file = SafetensorsFile.Open(SavedClassifier.Find(SavedClassifier.SymbolNetName)!);
        Assert.True(file.VerifyChecksum());
    }
}
