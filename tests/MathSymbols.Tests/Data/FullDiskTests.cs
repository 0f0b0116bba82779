using MathSymbols.Data;
using MathSymbols.Storage;
using MathSymbols.Tests.Support;
using Xunit;

namespace MathSymbols.Tests.Data;

public sealed class FullDiskTests
{
    [Fact]
    public void A_disk_that_gets_full_while_the_store_is_written_is_said_and_nothing_is_lost()
    {
        using var folder = new TemporaryFolder();
        using var disk = new SmallDisk(280);
        var work = new WorkFolder(Path.Combine(disk.Root, "work"));
        var images = SampleImages.Write(folder["images"], 40, "a", "b");
        string kept;
        using (var small = PixelStore.Open(images, 16, work, cancellation: TestContext.Current.CancellationToken)) kept = small.FilePath;
        var before = File.ReadAllBytes(kept);

        var error = Assert.ThrowsAny<IOException>(() => PixelStore.Open(images, 224, work, new FillAtFirst(disk), cancellation: TestContext.Current.CancellationToken));
        Assert.Contains("full", error.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(disk.Root, error.Message, StringComparison.Ordinal);
        Assert.Equal([kept], Directory.GetFiles(work.Pixels).Where(f => !f.EndsWith(".lock", StringComparison.Ordinal)));
        Assert.Equal(before, File.ReadAllBytes(kept));

        File.Delete(Path.Combine(disk.Root, "filler"));
        using var built = PixelStore.Open(images, 224, work, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(80, built.Usable([.. Enumerable.Range(0, built.Count)]).Count);
    }

    // Others take the disk's room between the check and the writing.
    private sealed class FillAtFirst(SmallDisk disk) : IProgress<int>
    {
        private readonly Lock _one = new();
        private bool _filled;

        public void Report(int value)
        {
            lock (_one)
            {
                if (!_filled) disk.Fill(free: 1 << 20);
                _filled = true;
            }
        }
    }
}
