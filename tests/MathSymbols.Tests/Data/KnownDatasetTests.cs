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
        Assert.Equal(
            [
                "0 595, 1 562, 2 433, 3 541, 4 526, 5 433, 6 581, 7 533, 8 554, 9 546, add 596, dec 624, div 618, eq 634, mul 577, sub 655, x 452, y 399, z 212.",
                "10071 images in 19 classes, as many of each as the known dataset has.",
                "The content is that of the committed records.",
            ],
            [comparison.Counts, .. comparison.Sentences]);
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
            var folder = Directory.CreateDirectory(_folder["data", name == "z" ? "Z" : name]).FullName;
            for (var i = name == "add" ? 1 : 0; i < count; i++) File.WriteAllBytes(Path.Combine(folder, $"{i}.png"), []);
        }

        var comparison = KnownDataset.Compare(ImageFolder.Open(_folder["data"]), new string('0', 64));
        Assert.False(comparison.IsKnown);
        Assert.Equal(
            [
                "10070 images in 19 classes; the known dataset has 10071 in 19.",
                "The class 'Z' is additional (212 images).",
                "The class 'add' has 595 images instead of 596.",
                "The class 'z' is missing (212 images).",
                $"The content is not that of the committed records (its fingerprint is 00000000…, theirs {KnownDataset.Fingerprint[..8]}…): results will differ from theirs.",
            ],
            comparison.Sentences);
    }

    [Fact]
    public void A_folder_of_anything_is_another_dataset_and_gets_no_more_lines_than_a_person_reads()
    {
        foreach (var i in Enumerable.Range(100, 100))
        {
            Directory.CreateDirectory(_folder["data", $"{i}"]);
            File.WriteAllBytes(_folder["data", $"{i}", "a.png"], []);
        }

        var comparison = KnownDataset.Compare(ImageFolder.Open(_folder["data"]), new string('0', 64));
        Assert.EndsWith("139 1, 60 others.", comparison.Counts, StringComparison.Ordinal);
        Assert.Equal(
            ["100 images in 100 classes.", "This is another dataset than that of the committed records, which has 10071 images in 19 classes: results cannot be compared with theirs."],
            comparison.Sentences);
    }

    [Fact]
    public void One_image_is_one_image()
    {
        File.WriteAllBytes(Path.Combine(Directory.CreateDirectory(_folder["data", "a"]).FullName, "a.png"), []);
        var comparison = KnownDataset.Compare(ImageFolder.Open(_folder["data"]), new string('0', 64));
        Assert.Equal("1 image in 1 class.", comparison.Sentences[0]);
        Assert.Equal(["'a' is additional (1 image)", "'b' is missing (1 image)", "'c' has 1 image instead of 2"], new ClassCount[] { new("a", 1, 0), new("b", 0, 1), new("c", 1, 2) }.Select(c => c.Difference));
    }
}
