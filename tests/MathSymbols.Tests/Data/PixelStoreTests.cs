using MathSymbols.Data;
using MathSymbols.Storage;
using MathSymbols.Tests.Support;
using Xunit;

namespace MathSymbols.Tests.Data;

public sealed class PixelStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly WorkFolder _work;

    public PixelStoreTests() => _work = new(_folder["work"]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Rows_are_the_resized_images()
    {
        var images = SampleImages.Write(_folder["images"], 7, "a", "b");
        using var store = Open(images);
        Assert.Equal((14, 32, 32, 3 * 32 * 32), (store.Count, store.Height, store.Width, store.RowBytes));
        var expected = new byte[store.RowBytes];
        for (var i = 0; i < store.Count; i++)
        {
            ImageDecoder.DecodeResized(images.FullPath(images.Files[i]), 32, 32, expected);
            Assert.Equal(expected, store.Image(i).Planes.ToArray());
        }
    }

    [Fact]
    public void A_second_opening_reuses_the_file_and_a_changed_image_builds_another()
    {
        var images = SampleImages.Write(_folder["images"], 3, "a", "b");
        using (var first = Open(images)) Assert.False(first.Reused);
        using (var second = Open(images)) Assert.True(second.Reused);
        SampleImages.WritePng(images.FullPath(images.Files[0]), 20, 20, SkiaSharp.SKColors.Black);
        using var third = Open(ImageFolder.Open(images.Root));
        Assert.False(third.Reused);
        Assert.Equal(0, third.Image(0).Planes.Span[0]);
    }

    [Fact]
    public void The_fingerprint_is_of_paths_and_contents_not_of_times()
    {
        var images = SampleImages.Write(_folder["images"], 3, "a", "b");
        using (Open(images))
        {
        }

        foreach (var file in images.Files) File.SetLastWriteTimeUtc(images.FullPath(file), DateTime.UtcNow.AddDays(-3));
        using (var touched = Open(images)) Assert.True(touched.Reused);
        Directory.Move(images.Root, _folder["moved"]);
        using var moved = Open(ImageFolder.Open(_folder["moved"]));
        Assert.True(moved.Reused);
    }

    [Fact]
    public void What_a_link_points_to_counts_not_the_link()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "symbolic links need rights on Windows");
        SampleImages.Write(_folder["real"], 2, "a");
        Directory.CreateDirectory(_folder["images", "a"]);
        foreach (var file in Directory.GetFiles(_folder["real", "a"])) File.CreateSymbolicLink(_folder["images", "a", Path.GetFileName(file)], file);
        using (Open(ImageFolder.Open(_folder["images"])))
        {
        }

        SampleImages.WritePng(_folder["real", "a", "img000.png"], 9, 9, SkiaSharp.SKColors.Lime);
        using var changed = Open(ImageFolder.Open(_folder["images"]));
        Assert.Equal(0, changed.Image(0).Planes.Span[0]);
        Assert.Equal(255, changed.Image(0).Planes.Span[32 * 32]);
    }

    [Fact]
    public void An_image_that_could_not_be_read_is_tried_again_the_next_time()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "symbolic links need rights on Windows");
        var images = SampleImages.Write(_folder["images"], 3, "a");
        File.CreateSymbolicLink(_folder["images", "a", "late.png"], _folder["late.png"]);
        using (var store = Open(ImageFolder.Open(images.Root))) Assert.Equal("a/late.png", Assert.Single(store.Failures).Path);
        SampleImages.WritePng(_folder["late.png"], 9, 9, SkiaSharp.SKColors.Lime);
        using var again = Open(ImageFolder.Open(images.Root));
        Assert.Empty(again.Failures);
    }

    [Fact]
    public void Images_that_cannot_be_decoded_are_named_and_left_out()
    {
        SampleImages.Write(_folder["images"], 3, "a", "b");
        File.WriteAllText(_folder["images", "a", "img001.png"], "no image");
        var images = ImageFolder.Open(_folder["images"]);
        using var store = Open(images);
        var failure = Assert.Single(store.Failures);
        Assert.Equal(("a/img001.png", 1), (failure.Path, failure.Index));
        Assert.Equal([0, 2, 3, 4, 5], store.Usable([0, 1, 2, 3, 4, 5]));
        Assert.Throws<DataException>(() => store.Image(1));
        using var again = Open(images);
        Assert.Equal(store.Failures, again.Failures);
    }

    [Fact]
    public void A_folder_without_one_good_image_is_refused()
    {
        Directory.CreateDirectory(_folder["images", "a"]);
        File.WriteAllText(_folder["images", "a", "x.png"], "no image");
        Assert.Contains("a/x.png", Assert.Throws<DataException>(() => Open(ImageFolder.Open(_folder["images"]))).Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Directory.GetFiles(_work.Pixels), f => !f.EndsWith(".lock", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(-1)]
    public void A_file_cut_short_is_built_again_to_the_same_bytes(int length)
    {
        var images = SampleImages.Write(_folder["images"], 4, "a", "b");
        string path;
        using (var store = Open(images)) path = store.FilePath;
        var whole = File.ReadAllBytes(path);
        File.WriteAllBytes(path, whole[..(length < 0 ? whole.Length + length : length)]);
        using (var store = Open(images)) Assert.False(store.Reused);
        Assert.Equal(whole, File.ReadAllBytes(path));
    }

    [Fact]
    public void A_newer_format_is_left_alone_and_said()
    {
        var images = SampleImages.Write(_folder["images"], 2, "a");
        string path;
        using (var store = Open(images)) path = store.FilePath;
        var bytes = File.ReadAllBytes(path);
        bytes[8] = 99;
        File.WriteAllBytes(path, bytes);
        Assert.Contains("version 99", Assert.Throws<DataException>(() => Open(images)).Message, StringComparison.Ordinal);
        Assert.Equal(bytes, File.ReadAllBytes(path));
    }

    [Fact]
    public void What_a_killed_build_left_is_removed_by_the_next()
    {
        var images = SampleImages.Write(_folder["images"], 2, "a");
        string path;
        using (var store = Open(images)) path = store.FilePath;
        File.Delete(path);
        File.WriteAllText($"{path}.0123{AtomicFile.TemporarySuffix}", "half");
        using (Open(images))
        {
        }

        Assert.Empty(Directory.GetFiles(_work.Pixels, "*" + AtomicFile.TemporarySuffix));
    }

    [Fact]
    public void A_cancelled_build_leaves_nothing()
    {
        var images = SampleImages.Write(_folder["images"], 40, "a", "b");
        using var stop = new CancellationTokenSource();
        var progress = new SynchronousProgress(_ => stop.Cancel());
        Assert.ThrowsAny<OperationCanceledException>(() => PixelStore.Open(images, 32, _work, progress, cancellation: stop.Token));
        Assert.DoesNotContain(Directory.GetFiles(_work.Pixels), f => !f.EndsWith(".lock", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Several_openings_at_once_build_once()
    {
        var images = SampleImages.Write(_folder["images"], 30, "a", "b");
        var stores = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Open(images))));
        Assert.Single(stores, s => !s.Reused);
        foreach (var store in stores) store.Dispose();
    }

    [Fact]
    public void What_changes_between_the_fingerprint_and_the_decoding_is_stored_as_what_it_was_then()
    {
        var images = SampleImages.Write(_folder["images"], 150, "a", "b");
        var last = images.FullPath(images.Files[^1]);
        using var before = Open(images);
        File.Delete(before.FilePath);

        // By the time that a row is done the last image is not yet read.
        var rows = 0;
        var takeAway = new SynchronousProgress(_ =>
        {
            if (Interlocked.Increment(ref rows) == 1) File.Move(last, _folder["away"]);
        });
        using (var gone = PixelStore.Open(images, 32, _work, takeAway, cancellation: TestContext.Current.CancellationToken))
        {
            Assert.Equal("b/img149.png", Assert.Single(gone.Failures).Path);
            Assert.NotEqual(before.Fingerprint, gone.Fingerprint);
        }

        File.Move(_folder["away"], last);
        using var back = Open(images);
        Assert.Empty(back.Failures);
        Assert.Equal(before.Fingerprint, back.Fingerprint);
    }

    [Fact]
    public void A_damaged_row_is_not_handed_out()
    {
        var images = SampleImages.Write(_folder["images"], 2, "a");
        string path;
        using (var store = Open(images)) path = store.FilePath;
        var bytes = File.ReadAllBytes(path);
        bytes[4096 + 5] ^= 1;
        File.WriteAllBytes(path, bytes);
        using var damaged = Open(images);
        Assert.Contains("damaged", Assert.Throws<DataException>(() => damaged.Image(0)).Message, StringComparison.Ordinal);
        Assert.Equal(32, damaged.Image(1).Width);
    }

    private PixelStore Open(ImageFolder images) => PixelStore.Open(images, 32, _work, cancellation: TestContext.Current.CancellationToken);

    private sealed class SynchronousProgress(Action<int> report) : IProgress<int>
    {
        public void Report(int value) => report(value);
    }
}
