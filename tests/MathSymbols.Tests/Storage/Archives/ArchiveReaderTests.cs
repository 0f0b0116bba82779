using MathSymbols.Storage;
using MathSymbols.Storage.Archives;
using MathSymbols.Tests.Support;
using Xunit;
using static MathSymbols.Tests.Support.ZipSketch;

namespace MathSymbols.Tests.Storage.Archives;

public sealed class ArchiveReaderTests : IDisposable
{
    private static readonly byte[] Content = [.. Enumerable.Range(0, 5000).Select(i => (byte)(i * 7 / 3))];
    private static readonly Item Good = Item.Deflated("0/good.png", Content);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(8)]
    public void A_file_comes_out_as_it_went_in(ushort method)
    {
        var item = method == 0 ? new Item("0\\b.png", Content) { Zip64 = true } : Item.Deflated("./0/b.png", Content);
        using var reader = Open(new("0/", []), item, new("empty/", []) { Mode = 0x41ED });
        var file = Assert.Single(reader.Files);
        Assert.Equal(("0/b.png", 5000), (file.Path, file.Length));
        reader.Unpack(file, _folder["out"], new byte[100], TestContext.Current.CancellationToken);
        Assert.Equal(Content, File.ReadAllBytes(_folder["out"]));
        Assert.Empty(reader.LeftOut);
    }

    [Theory]
    [InlineData("../evil.png", "leads out")]
    [InlineData("/evil.png", "leads out")]
    [InlineData("..\\evil.png", "leads out")]
    [InlineData("C:\\evil.png", "leads out")]
    [InlineData("../evil/", "leads out")]
    [InlineData("0/good.png", "comes twice")]
    [InlineData("0//GOOD.png", "comes twice")]
    [InlineData("0\\good.png", "comes twice")]
    public void One_entry_like_these_and_the_whole_is_refused(string name, string why) => Assert.Contains(why, Refused(Good, new(name, [])), StringComparison.Ordinal);

    [Fact]
    public void Folders_that_are_one_on_some_systems_are_refused() => Assert.Contains("one folder on some systems", Refused(new("Add/1.png", []), new("add/2.png", [])), StringComparison.Ordinal);

    [Fact]
    public void A_name_is_shown_short_and_harmless()
    {
        var sentence = Refused(new Item("../\u001b[2J\n" + new string('x', 300), []));
        Assert.DoesNotContain(sentence, char.IsControl);
        Assert.InRange(sentence.Length, 0, 250);
    }

    [Theory]
    [InlineData(0xA1FF, LeftOutReason.Link)]
    [InlineData(0x21B6, LeftOutReason.Device)]
    [InlineData(0x61B6, LeftOutReason.Device)]
    [InlineData(0x11B6, LeftOutReason.Device)]
    [InlineData(0xC1B6, LeftOutReason.Device)]
    [InlineData(0xB1B6, LeftOutReason.Device)]
    public void Links_and_devices_are_left_out(uint mode, LeftOutReason reason)
    {
        using var reader = Open(Good, new("0/odd.png", "/etc/passwd"u8.ToArray()) { Mode = mode });
        Assert.Equal(["0/good.png"], reader.Files.Select(f => f.Path));
        Assert.Equal([new("0/odd.png", reason)], reader.LeftOut);
    }

    [Fact]
    public void Names_that_are_unusable_are_left_out_and_never_taken_for_one()
    {
        using var reader = Open(Good, new("", []) { RawName = [.. "0/"u8, 0xFF, .. ".png"u8] }, new("", []) { RawName = [.. "0/"u8, 0xFE, .. ".png"u8], Flags = 0 }, new("0/a\0.png", []), new("", []));
        Assert.Equal(["0/good.png"], reader.Files.Select(f => f.Path));
        Assert.Equal(4, reader.LeftOut.Count(l => l.Reason == LeftOutReason.Name));
    }

    [Fact]
    public void What_is_no_archive_is_said()
    {
        Assert.Contains("it is empty", RefusedBytes([]), StringComparison.Ordinal);
        Assert.Contains("holds no files", RefusedBytes(Of()), StringComparison.Ordinal);
        Assert.Contains("web page", RefusedBytes("\uFEFF \n<!DOCTYPE html><title>Log in</title>"u8.ToArray()), StringComparison.Ordinal);
        Assert.Contains("web page", RefusedBytes("<html lang=en>"u8.ToArray()), StringComparison.Ordinal);
        Assert.Contains("no zip archive", RefusedBytes(Content), StringComparison.Ordinal);
        Assert.Contains("no zip archive", RefusedBytes("PK"u8.ToArray()), StringComparison.Ordinal);
        var whole = Of(Good);
        Assert.Contains("cut off", RefusedBytes(whole[..^1]), StringComparison.Ordinal);
        Assert.Contains("cut off", RefusedBytes(whole[..(whole.Length / 2)]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_what_it_declares_is_refused()
    {
        Assert.Contains("does not fit its checksum", Unpack(Good with { Crc = 1 }), StringComparison.Ordinal);
        Assert.Contains("gives 5000 of the 5001 bytes", Unpack(Good with { Declared = 5001 }), StringComparison.Ordinal);
        Assert.Contains("gives more than the 10 bytes", Unpack(new("0/a.png", Content) { Declared = 10 }), StringComparison.Ordinal);
        Assert.Contains("gives 5000 of the 6000 bytes", Unpack(new("0/a.png", Content) { Declared = 6000 }), StringComparison.Ordinal);
        Assert.Contains("is damaged", Unpack(Good with { Packed = Content }), StringComparison.Ordinal);
        Assert.Contains("not known here", Unpack(Good with { Method = 97 }), StringComparison.Ordinal);
        Assert.Contains("is encrypted", Unpack(Good with { Flags = 1 }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_listed_where_none_is_is_refused()
    {
        using (var file = File.Create(_folder["a.zip"]))
        using (var zip = new ZipSketch(file))
        {
            zip.Add(Good);
            zip.List(Good with { Name = "x", RawName = "0/x.png"u8.ToArray() }, offset: 7);
            zip.List(Good with { Name = "y", RawName = "0/y.png"u8.ToArray() }, offset: uint.MaxValue - 1);
            zip.Finish();
        }

        using var reader = ArchiveReader.Open(_folder["a.zip"], "a.zip", TestContext.Current.CancellationToken);
        foreach (var lost in reader.Files.Skip(1))
            Assert.Throws<ArchiveException>(() => reader.Unpack(lost, _folder[Path.GetRandomFileName()], new byte[100], TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_bomb_gives_what_it_declares_and_not_a_byte_more()
    {
        const long zeros = 10L << 30;
        var bomb = Bomb(zeros);
        Assert.InRange(bomb.Length, 1 << 20, 20 << 20);
        Assert.Contains("does not fit its checksum", Unpack(new("0/bomb.png", bomb) { Method = 8, Declared = 1000 }), StringComparison.Ordinal);
        Assert.Equal(1000, new FileInfo(_folder["out"]).Length);

        // Told as it is, it is refused before anything is written.
        Assert.Contains("more than 4.0 GB together", Refused(new Item("0/bomb.png", bomb) { Method = 8, Declared = zeros, Zip64 = true }), StringComparison.Ordinal);
    }

    [Fact]
    public void Sums_that_fit_no_number_are_refused()
    {
        var huge = new Item("0/a.png", []) { Declared = long.MaxValue, Zip64 = true };
        Assert.Contains("together", Refused(huge, huge with { RawName = "0/b.png"u8.ToArray() }), StringComparison.Ordinal);
        Assert.Contains("below zero", Refused(huge with { Declared = -1 }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_million_entries_take_no_memory_to_speak_of()
    {
        var path = Crowd("a.zip", 1_000_000);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        Assert.Contains("the list of its files has more than", RefusedAt(path), StringComparison.Ordinal);
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 500_000_000);
    }

    [Fact]
    public void More_entries_than_allowed_are_refused_and_as_many_are_read()
    {
        Assert.Contains("250,001 files and folders", RefusedAt(Crowd("more.zip", Limits.ArchiveEntries + 1)), StringComparison.Ordinal);
        using var reader = ArchiveReader.Open(Crowd("as-many.zip", Limits.ArchiveEntries), "a.zip", TestContext.Current.CancellationToken);
        Assert.Equal(Limits.ArchiveEntries, reader.Files.Count);
    }

    [Fact]
    public void A_count_that_is_a_lie_is_refused()
    {
        using (var file = File.Create(_folder["a.zip"]))
        using (var zip = new ZipSketch(file))
        {
            zip.Add(Good);
            zip.Finish(entries: long.MaxValue, zip64: true);
        }

        RefusedAt(_folder["a.zip"]);
    }

    [Fact]
    public void It_can_be_ended()
    {
        using var stop = new CancellationTokenSource();
        using var reader = Open(Good);
        stop.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => reader.Unpack(reader.Files[0], _folder["out"], new byte[100], stop.Token));
        Assert.ThrowsAny<OperationCanceledException>(() => ArchiveReader.Open(_folder["a.zip"], "a.zip", stop.Token));
    }

    // All of its entries are one and the same file.
    [Fact]
    public void A_name_that_a_disk_takes_for_another_is_said()
    {
        using var reader = Open(new Item("0/\u00e9.png", Content), new Item("0/e\u0301.png", Content));
        Assert.Equal(2, reader.Files.Count);
        var target = _folder["one.png"];
        reader.Unpack(reader.Files[0], target, new byte[1000], TestContext.Current.CancellationToken);
        var error = Assert.Throws<ArchiveException>(() => reader.Unpack(reader.Files[1], target, new byte[1000], TestContext.Current.CancellationToken));
        Assert.Contains("are one file on this disk", Sentence(error), StringComparison.Ordinal);
    }

    private string Crowd(string name, int entries)
    {
        using var file = File.Create(_folder[name]);
        using var zip = new ZipSketch(file);
        zip.Add(new("0/first.png", []));
        for (var i = 1; i < entries; i++) zip.List(new($"{i}.png", []), offset: 0);
        zip.Finish();
        return _folder[name];
    }

    private ArchiveReader Open(params Item[] items) => ArchiveReader.Open(At(_folder["a.zip"], items), "a.zip", TestContext.Current.CancellationToken);

    private string Unpack(Item item)
    {
        File.Delete(_folder["out"]);
        using var reader = Open(item);
        return Sentence(Assert.Throws<ArchiveException>(() => reader.Unpack(reader.Files[0], _folder["out"], new byte[1 << 17], TestContext.Current.CancellationToken)));
    }

    private string Refused(params Item[] items) => RefusedAt(At(_folder["a.zip"], items));

    private string RefusedBytes(byte[] bytes)
    {
        File.WriteAllBytes(_folder["a.zip"], bytes);
        return RefusedAt(_folder["a.zip"]);
    }

    private static string RefusedAt(string path) => Sentence(Assert.Throws<ArchiveException>(() => ArchiveReader.Open(path, "a.zip", TestContext.Current.CancellationToken)));

    private static string Sentence(ArchiveException error)
    {
        Assert.Matches("^Cannot unpack 'a.zip': [^\n]*[^.]\\.$", error.Message);
        return error.Message;
    }
}
