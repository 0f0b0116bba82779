using FsCheck.Xunit;
using MathSymbols.Data;
using MathSymbols.Tests.Support;
using Xunit;

namespace MathSymbols.Tests.Data;

public sealed class SplitTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_reports_split_is_reproduced_file_for_file()
    {
        var truth = File.ReadLines(Shared.Need("original-split.tsv")).Skip(1).Select(l => l.Split('\t')).ToDictionary(p => p[0], p => p[1]);
        var images = ImageFolder.Open(Shared.Need("handwritten-math-symbols"));
        var split = Split.SplitFolders(images, seed: 1001, 0.9, 0, 0.1);
        Assert.Equal((10_071, 19), (images.Count, images.ClassNames.Count));
        Assert.Equal((9_053, 0, 1_018), (split.Train.Count, split.Validation.Count, split.Test.Count));
        Assert.Equal(truth.Where(t => t.Value == "train").Select(t => t.Key).Order(StringComparer.Ordinal), Paths(images, split.Train));
        Assert.Equal(truth.Where(t => t.Value == "test").Select(t => t.Key).Order(StringComparer.Ordinal), Paths(images, split.Test));
    }

    [Fact]
    public void Keras_validation_split_is_reproduced_file_for_file()
    {
        var expected = File.ReadAllLines(Shared.Need("vectors", "keras-validation.txt"));
        var images = ImageFolder.Open(Shared.Need("handwritten-math-symbols"));
        var split = Split.Open(images, "original");
        Assert.Equal((6_790, 2_263), (split.Train.Count, split.Validation.Count));
        Assert.Equal(expected.Order(StringComparer.Ordinal), Paths(images, split.Validation));
    }

    [Property(MaxTest = 40)]
    public void Every_image_is_in_exactly_one_part(ushort seed, byte trainShare, byte validationShare)
    {
        var images = Images();
        var train = trainShare / 255.0;
        var validation = (1 - train) * validationShare / 255.0;
        var split = Split.SplitFolders(images, seed, train, validation, 1 - train - validation).WithKerasValidation(0.25, seed);
        Assert.Equal(Enumerable.Range(0, images.Count), split.Train.Concat(split.Validation).Concat(split.Test).Order());
    }

    [Fact]
    public void Shares_that_do_not_make_one_are_refused() =>
        Assert.Throws<ArgumentException>(() => Split.SplitFolders(Images(), 1, 0.9, 0.2, 0.1));

    [Fact]
    public void A_manifest_reads_back_as_it_was_written()
    {
        var images = Images();
        var split = Split.SplitFolders(images, seed: 3, 0.5, 0.25, 0.25);
        SplitManifest.Write(images, split, _folder["split.tsv"]);
        var read = Split.Open(images, _folder["split.tsv"]);
        Assert.Equal(Paths(images, split.Train), Paths(images, read.Train));
        Assert.Equal(Paths(images, split.Validation), Paths(images, read.Validation));
        Assert.Equal(Paths(images, split.Test), Paths(images, read.Test));
    }

    [Theory]
    [InlineData("a/img000.png\tsomewhere\n", "Line 1")]
    [InlineData("a/img000.png train\n", "Line 1")]
    [InlineData("path\tsplit\na/none.png\ttrain\n", "Line 2")]
    [InlineData("a/img000.png\ttrain\na/img000.png\ttest\n", "Line 2")]
    [InlineData("a/img000.png\ttrain\n", "leaves out")]
    public void A_manifest_that_does_not_fit_says_where(string content, string says)
    {
        var images = Images();
        File.WriteAllText(_folder["bad.tsv"], content);
        Assert.Contains(says, Assert.Throws<DataException>(() => SplitManifest.Read(images, _folder["bad.tsv"])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_written_folder_is_read_as_the_same_split()
    {
        var images = Images();
        var split = Split.SplitFolders(images, seed: 5, 0.5, 0.25, 0.25);
        SplitFolderWriter.Write(images, split, _folder["out"], TestContext.Current.CancellationToken);
        var again = ImageFolder.Open(_folder["out"]);
        var read = Split.Open(again, "original");
        Assert.Equal(images.ClassNames, again.ClassNames);
        Assert.Equal(Paths(images, split.Train), Paths(again, read.Train).Select(p => p["train/".Length..]).Order(StringComparer.Ordinal));
        Assert.Equal(split.Validation.Count, read.Validation.Count);
        Assert.Equal(Paths(images, split.Test), Paths(again, read.Test).Select(p => p["test/".Length..]).Order(StringComparer.Ordinal));
        Assert.Throws<DataException>(() => SplitFolderWriter.Write(images, split, _folder["out"], TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_folder_that_is_split_already_takes_no_other_split()
    {
        var images = Images();
        SplitFolderWriter.Write(images, Split.SplitFolders(images, seed: 5, 0.5, 0.25, 0.25), _folder["out"], TestContext.Current.CancellationToken);
        Assert.Contains("already", Assert.Throws<DataException>(() => Split.Open(ImageFolder.Open(_folder["out"]), "7")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stratified_subset_keeps_every_classs_share()
    {
        var images = Images();
        var drawn = StratifiedSubset.Draw(images, [.. Enumerable.Range(0, images.Count)], 12, seed: 4);
        Assert.Equal(12, drawn.Distinct().Count());
        Assert.All(drawn.GroupBy(i => images.Files[i].Label), g => Assert.Equal(4, g.Count()));
        Assert.Equal(drawn, StratifiedSubset.Draw(images, [.. Enumerable.Range(0, images.Count)], 12, seed: 4));
    }

    private ImageFolder Images() => Directory.Exists(_folder["images"]) ? ImageFolder.Open(_folder["images"]) : SampleImages.Write(_folder["images"], 12, "a", "b", "c");

    private static IEnumerable<string> Paths(ImageFolder images, IReadOnlyList<int> indices) =>
        indices.Select(i => images.Files[i].Path).Order(StringComparer.Ordinal);
}
