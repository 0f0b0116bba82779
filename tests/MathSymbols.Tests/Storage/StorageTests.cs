using MathSymbols.Storage;
using MathSymbols.Tests.Support;
using Xunit;

namespace MathSymbols.Tests.Storage;

public sealed class StorageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_atomic_write_replaces_the_file_and_leaves_no_temporary_name()
    {
        var path = _folder["deep", "file.txt"];
        AtomicFile.Write(path, "old");
        AtomicFile.Write(path, "new");
        Assert.Equal("new", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(_folder["deep"]));
    }

    [Fact]
    public void A_write_that_cannot_be_finished_leaves_the_old_file()
    {
        Directory.CreateDirectory(_folder["taken"]);
        File.WriteAllText(_folder["taken", "inside"], "kept");
        Assert.ThrowsAny<Exception>(() => AtomicFile.Write(_folder["taken"], "new"));
        Assert.Equal("kept", File.ReadAllText(_folder["taken", "inside"]));
        Assert.Empty(Directory.GetFiles(_folder.Root));
    }

    [Fact]
    public void A_streamed_write_may_go_back_and_leaves_the_old_file_when_it_fails()
    {
        var path = _folder["file.txt"];
        AtomicFile.Write(path, stream =>
        {
            stream.Write("?ew"u8);
            stream.Position = 0;
            stream.Write("n"u8);
        });
        Assert.Throws<InvalidOperationException>(() => AtomicFile.Write(path, stream =>
        {
            stream.Write("part"u8);
            throw new InvalidOperationException();
        }));
        Assert.Equal("new", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(_folder.Root));
    }

    [Fact]
    public async Task A_lock_lets_one_in_at_a_time()
    {
        var inside = 0;
        var most = 0;
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() =>
        {
            using var held = FileLock.Acquire(_folder["a.lock"], TestContext.Current.CancellationToken);
            most = Math.Max(most, Interlocked.Increment(ref inside));
            Thread.Sleep(5);
            Interlocked.Decrement(ref inside);
        })));
        Assert.Equal(1, most);
    }

    [Fact]
    public void Waiting_for_a_lock_can_be_ended()
    {
        using var held = FileLock.Acquire(_folder["a.lock"], TestContext.Current.CancellationToken);
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        Assert.ThrowsAny<OperationCanceledException>(() => FileLock.Acquire(_folder["a.lock"], stop.Token));
    }

    [Fact]
    public void Too_little_room_is_said_before_anything_is_written()
    {
        var work = new WorkFolder(_folder["work"]);
        var error = Assert.Throws<DiskSpaceException>(() => DiskSpace.Require(work, long.MaxValue / 2, "Decoding"));
        Assert.Contains("Decoding needs 4611686018.4 GB, and 268.4 MB more are to stay free, but only ", error.Message, StringComparison.Ordinal);
        Assert.Contains(work.Root, error.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(work.Root));
    }

    [Theory]
    [InlineData(12, "12 bytes")]
    [InlineData(1_515_971_680, "1.5 GB")]
    [InlineData(2_400_000, "2.4 MB")]
    public void Sizes_read_as_a_person_says_them(long bytes, string text) => Assert.Equal(text, DiskSpace.Size(bytes));
}
