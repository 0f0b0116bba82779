using MathSymbols.Data;
using MathSymbols.Runs;
using MathSymbols.Runtime;
using MathSymbols.Storage;
using MathSymbols.Tests.Support;
using Xunit;

namespace MathSymbols.Tests.Data;

public sealed class KnownDatasetTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_dataset_itself_is_known()
    {
        var images = ImageFolder.Open(Shared.Need(KnownDataset.Name));
        var comparison = KnownDataset.Compare(images, new WorkFolder(_folder["work"]), TestContext.Current.CancellationToken);
        Assert.Equal((10_071, 19), (KnownDataset.Images, KnownDataset.Classes.Count));
        Assert.True(comparison.IsKnown);
        Assert.Equal(["10071 images in 19 classes, as many of each as the known dataset has.", "The content is that of the committed records."], comparison.Sentences);
    }

    [Fact]
    public void The_committed_records_have_its_fingerprint()
    {
        var records = RunStore.Open(new WorkFolder(_folder["work"]), Path.Combine(SolutionFolder.Find()!, "models", "runs")).Runs;
        Assert.NotEmpty(records);
        Assert.All(records, r => Assert.Equal((KnownDataset.Fingerprint, KnownDataset.Images), (r.Record.Data.Fingerprint, r.Record.Data.Images)));
    }

    [Fact]
    public void What_differs_is_said_class_by_class()
    {
        foreach (var (name, count) in KnownDataset.Classes)
        {
            var folder = Directory.CreateDirectory(_folder["data", name == "z" ? "Z\u001b" : name]).FullName;
            for (var i = name == "add" ? 1 : 0; i < count; i++) File.WriteAllBytes(Path.Combine(folder, $"{i}.png"), []);
        }

        var comparison = KnownDataset.Compare(ImageFolder.Open(_folder["data"]), new string('0', 64));
        Assert.False(comparison.IsKnown);
        Assert.Equal(
            [
                "10070 images in 19 classes; the known dataset has 10071 in 19.",
                "The class 'Z\uFFFD' is additional (212 images).",
                "The class 'add' has 595 images instead of 596.",
                "The class 'z' is missing (212 images).",
                $"The content is not that of the committed records (its fingerprint is 00000000…, theirs {KnownDataset.Fingerprint[..8]}…): results will differ from theirs.",
            ],
            comparison.Sentences);
    }
}
