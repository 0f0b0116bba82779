using MathSymbols.Data;
using MathSymbols.Storage;
using MathSymbols.Tests.Support;
using Xunit;

namespace MathSymbols.Tests.Data;

public sealed class HostileFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly IReadOnlyList<(string Name, string Reason)> _bad;
    private readonly ImageFolder _images;

    public HostileFolderTests()
    {
        _bad = HostileFolder.Fill(_folder["images", "a"]);
        SampleImages.Write(_folder["images"], 10, "b");
        _images = ImageFolder.Open(_folder["images"]);
    }

    public void Dispose()
    {
        HostileFolder.Clean(_folder["images", "a"], _bad);
        _folder.Dispose();
    }

    [Fact(Timeout = 60_000)]
    public async Task The_store_names_every_file_that_will_not_load_and_keeps_the_others()
    {
        await Task.Run(() =>
        {
            using var store = Open();
            AssertNamed(store.Failures);
            Assert.Equal(HostileFolder.GoodNames.Count + 10, store.Usable([.. Enumerable.Range(0, store.Count)]).Count);
            using var again = Open();
            Assert.Equal(store.Failures, again.Failures);
            Assert.True(again.Reused);
        }, TestContext.Current.CancellationToken);
    }

    [Fact(Timeout = 60_000)]
    public async Task The_check_names_the_same_files_and_what_is_left_out()
    {
        var check = await Task.Run(() => FolderCheck.Run(_images, cancellation: TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        AssertNamed(check.Failures);
        Assert.Equal(["a/folder.png/", "a/notes.txt"], check.Others);
        Assert.All(check.Facts.OfType<ImageFacts>(), f => Assert.Equal("PNG", f.Format));
        Assert.Equal(HostileFolder.GoodNames.Count + 10, check.Facts.Count(f => f is not null));
    }

    [Fact(Timeout = 60_000)]
    public async Task The_first_image_of_each_class_is_the_first_that_loads()
    {
        var firsts = await Task.Run(_images.FirstOfEachClass, TestContext.Current.CancellationToken);
        Assert.Equal(["a", "b"], firsts.Select(f => f.ClassName));
        Assert.Equal((40, 30), (firsts[0].Image.Width, firsts[0].Image.Height));
    }

    [Fact]
    public void Files_that_vanish_between_listing_and_reading_are_named()
    {
        foreach (var name in (string[])["img003.png", "img007.png"]) File.Delete(_folder["images", "b", name]);
        using var store = Open();
        Assert.Equal(["b/img003.png", "b/img007.png"], store.Failures.Where(f => f.Path.StartsWith("b/", StringComparison.Ordinal)).Select(f => f.Path));
        Assert.All(store.Failures.Where(f => f.Path.StartsWith("b/", StringComparison.Ordinal)), f => Assert.Equal("the file cannot be read: it is not there", f.Reason));
    }

    [Fact]
    public void A_manifest_keeps_every_name_but_those_with_line_ends_which_it_refuses()
    {
        var split = Split.SplitFolders(_images, 1);
        Assert.Contains("rename", Assert.Throws<DataException>(() => SplitManifest.Write(_images, split, _folder["split.tsv"])).Message, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder["split.tsv"]));

        HostileFolder.Clean(_folder["images", "a"], _bad);
        var good = ImageFolder.Open(_folder["images"]);
        Assert.Equal(HostileFolder.GoodNames.Count + 10, good.Count);
        SplitManifest.Write(good, Split.SplitFolders(good, 1), _folder["split.tsv"]);
        var read = SplitManifest.Read(good, _folder["split.tsv"]);
        Assert.Equal(good.Count, read.Train.Count + read.Test.Count);
    }

    [Fact]
    public void A_class_folder_whose_name_has_a_line_end_is_refused_by_name()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "such names do not exist on Windows");
        SampleImages.WritePng(_folder["images", "a\nb", "x.png"], 3, 3, SkiaSharp.SKColors.Red);
        var message = Assert.Throws<DataException>(() => ImageFolder.Open(_folder["images"])).Message;
        Assert.Contains("'a\ufffdb'", message, StringComparison.Ordinal);
    }

    private PixelStore Open() => PixelStore.Open(_images, 16, new WorkFolder(_folder["work"]), cancellation: TestContext.Current.CancellationToken);

    private void AssertNamed(IReadOnlyList<ImageFailure> failures)
    {
        var reasons = failures.ToDictionary(f => f.Path, f => f.Reason);
        Assert.Equal(_bad.Select(b => $"a/{b.Name}").Order(StringComparer.Ordinal), reasons.Keys.Order(StringComparer.Ordinal));
        foreach (var (name, reason) in _bad) Assert.Contains(reason, reasons[$"a/{name}"], StringComparison.Ordinal);
    }
}
