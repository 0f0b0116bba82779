using MathSymbols.Classification;
using MathSymbols.Data;
using MathSymbols.Evaluation.Robustness.Perturbing;
using MathSymbols.Tests.Support;
using Xunit;

namespace MathSymbols.Tests.Classification;

public sealed class ClassifierRobustnessTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_small_classifier_is_measured_end_to_end_with_the_same_counts_each_time()
    {
        var settings = TinyDataset.Settings(_folder);
        var data = SplitImages.Open(settings, Stop);
        using var classifier = TinyClassifiers.Vgg19();
        IReadOnlyList<IPerturbation> some = [.. Perturbations.All.Where(p => p.Name is "rotation" or "JPEG" or "thinner pen")];
        var result = ClassifierRobustness.Measure(classifier, data, settings, TinyDataset.Device, perturbations: some, cancellation: Stop);
        Assert.Equivalent(result, ClassifierRobustness.Measure(classifier, data, settings, TinyDataset.Device, perturbations: some, cancellation: Stop), strict: true);
        Assert.Empty(result.Failures);

        var test = data.Split.Test.Select(i => data.Images.Files[i]).ToList();
        var predicted = classifier.Predict([.. test.Select(f => ImageDecoder.Decode(data.Images.FullPath(f)))], cancellation: Stop);
        Assert.Equal(new("unchanged", test.Zip(predicted).Count(p => data.Images.ClassNames[p.First.Label] == p.Second.Label), test.Count), result.Counts.Clean);
        Assert.Equal(some.SelectMany(p => p.Steps), result.Counts.Rows.SelectMany(r => r.Steps).Select(s => s.Name));
        Assert.Equal(($"{classifier.Description}", data.Split.Name, null, settings.Seed, 64), (result.Subject.Model, result.Subject.Split, result.Subject.Sample, result.Subject.Seed, result.Subject.Fingerprint.Length));

        var sample = ClassifierRobustness.Measure(classifier, data, settings, TinyDataset.Device, 3, some, cancellation: Stop);
        Assert.Equal((3, 3), (sample.Counts.Clean.Count, sample.Subject.Sample));
        Assert.False(sample.Subject.IsComparableTo(result.Subject));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;
}
