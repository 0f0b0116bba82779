using System.Net.Http.Headers;
using FsCheck.Xunit;
using MathSymbols.Storage;
using MathSymbols.Tests.Support;
using Xunit;
using static MathSymbols.Tests.Storage.DownloadPlace;
using static MathSymbols.Tests.Support.LoopbackServer;

namespace MathSymbols.Tests.Storage;

public sealed class DownloadTests : IDisposable
{
    private readonly DownloadPlace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public void A_file_comes_whole_and_leaves_nothing_beside_it()
    {
        using var server = new LoopbackServer(_ => Answer.Whole(Content, Tag));
        _place.Run(_place.Request(server) with { Length = Content.Length, Md5 = MD5(Content).ToUpperInvariant() });
        _place.AssertDone();
        var told = _place.Told;
        Assert.Equal((0, Content.Length), (told[0].Done, told[^1].Done));
        Assert.Equal(told.Select(p => p.Done).Order(), told.Select(p => p.Done));
        Assert.All(told.Skip(1), p => Assert.Equal((Content.Length, p.Done), (p.Total, p.Kept)));
    }

    [Fact]
    public void A_length_that_is_not_told_is_no_obstacle()
    {
        using var server = new LoopbackServer(_ => new("200 OK", [], Content));
        _place.Run(_place.Request(server) with { Md5 = MD5(Content) });
        _place.AssertDone();
    }

    [Property(MaxTest = 20)]
    public void An_interrupted_download_goes_on_where_it_was(ushort cut)
    {
        _place.Leave(Content, cut);
        using var server = new LoopbackServer(r => r.From > 0 ? Answer.Rest(Content, r.From, Tag) : Answer.Whole(Content, Tag));
        _place.Run(_place.Request(server));
        _place.AssertDone();
        var request = Assert.Single(server.Requests);
        Assert.Equal(cut, request.From);
        Assert.Equal(cut > 0 ? Tag : null, request.Headers.GetValueOrDefault("If-Range"));
        File.Delete(_place.Target);
    }

    [Theory]
    [InlineData("\"two\"")]
    [InlineData(null)]
    public void Another_file_is_begun_anew(string? tag)
    {
        _place.Leave([.. Content.Reverse()], 1000);
        using var server = new LoopbackServer(_ => Answer.Whole(Content, tag));
        _place.Run(_place.Request(server));
        Assert.Equal((1000, Tag), (server.Requests[0].From, server.Requests[0].Headers["If-Range"]));
        _place.AssertDone();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("W/\"weak\"")]
    public void Without_a_strong_tag_nothing_is_gone_on_with(string? tag)
    {
        _place.Leave([.. Content.Reverse()], 1000, tag);
        using var server = new LoopbackServer(InTurn(Answer.Whole(Content, tag, onlyFirst: 1000), Answer.Whole(Content, tag)));
        _place.Run(_place.Request(server));
        Assert.Equal([0, 0], server.Requests.Select(r => r.From));
        _place.AssertDone();
    }

    [Fact]
    public void A_part_that_is_complete_already_is_taken()
    {
        _place.Leave(Content, Content.Length - 1);
        File.AppendAllText(_place.Target + ".part", $"{(char)0}");
        using var server = new LoopbackServer(_ => new("416 Range Not Satisfiable", [$"Content-Range: bytes */{Content.Length}", "Content-Length: 0"], []));
        _place.Run(_place.Request(server));
        Assert.Equal(Content.Length, new FileInfo(_place.Target).Length);
    }

    [Fact]
    public void What_a_killed_process_had_begun_to_write_is_swept()
    {
        _place.Leave(Content, 1000);
        File.WriteAllText($"{_place.Target}.part.tag.{Guid.NewGuid():N}{AtomicFile.TemporarySuffix}", "\"o");
        using var server = new LoopbackServer(_ => Answer.Rest(Content, 1000, Tag));
        _place.Run(_place.Request(server));
        _place.AssertDone();
    }

    [Fact]
    public void What_is_not_as_expected_is_refused_and_the_old_file_stays()
    {
        Directory.CreateDirectory(_place.Folder);
        File.WriteAllText(_place.Target, "old");
        using var server = new LoopbackServer(r => r.Path == "/unsaid" ? new("200 OK", [], Content) : Answer.Whole(Content));
        var (said, unsaid) = (_place.Request(server), _place.Request(server, "/unsaid"));
        Assert.Contains("its MD5 is", _place.Refused(said with { Md5 = MD5([]) }), StringComparison.Ordinal);
        Assert.Contains("instead of 5", _place.Refused(said with { Length = 5 }), StringComparison.Ordinal);
        Assert.Contains("instead of 5", _place.Refused(unsaid with { Length = 5 }), StringComparison.Ordinal);
        Assert.Contains("the 1000 allowed", _place.Refused(said with { MostBytes = 1000 }), StringComparison.Ordinal);
        Assert.Contains("1000 bytes allowed", _place.Refused(unsaid with { MostBytes = 1000 }), StringComparison.Ordinal);
        Assert.Equal("old", File.ReadAllText(_place.Target));
        _place.AssertFiles("file.bin", "file.bin.lock");
        Assert.Empty(_place.Clock.Pauses);
    }

    [Fact]
    public void Only_https_is_asked_and_only_https_is_followed()
    {
        using var server = new LoopbackServer(r => r.Path switch
        {
            "/file.bin" => Answer.Whole(Content),
            "/here" => Leading("/file.bin"),
            "/away" => Leading("http://192.0.2.1/file.bin"),
            "/disk" => Leading("file:///etc/hostname"),
            "/nothing" => Leading("//"),
            _ => Leading(r.Path + "x"),
        });
        Assert.Contains("only https", _place.Refused(_place.Request(server) with { PlainLoopback = false }), StringComparison.Ordinal);
        Assert.Empty(server.Requests);
        Assert.Contains("without https", _place.Refused(_place.Request(server, "/away")), StringComparison.Ordinal);
        Assert.Contains("without https", _place.Refused(_place.Request(server, "/disk")), StringComparison.Ordinal);
        Assert.Contains("no address", _place.Refused(_place.Request(server, "/nothing")), StringComparison.Ordinal);
        Assert.Contains("more than 5 times", _place.Refused(_place.Request(server, "/round")), StringComparison.Ordinal);
        Assert.Empty(_place.Clock.Pauses);
        _place.Run(_place.Request(server, "/here"));
        _place.AssertDone();
    }

    [Fact]
    public void Who_asks_is_told_to_the_source_alone()
    {
        using var other = new LoopbackServer(InTurn(Answer.Whole(Content, Tag, onlyFirst: 1000), Answer.Rest(Content, 1000, Tag)));
        using var source = new LoopbackServer(r => r.Path == "/file.bin" ? Leading("/here") : Leading(other.Address.ToString()));
        _place.Run(_place.Request(source) with { Authorization = new AuthenticationHeaderValue("Bearer", "secret") });
        _place.AssertDone();
        Assert.Equal(["/file.bin", "/here", "/file.bin", "/here"], source.Requests.Select(r => r.Path));
        Assert.All(source.Requests, r => Assert.Equal("Bearer secret", r.Headers["Authorization"]));
        Assert.Equal(2, other.Requests.Count);
        Assert.All(other.Requests, r => Assert.DoesNotContain(r.Headers, h => h.Value.Contains("secret", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(long.MaxValue / 4)]
    [InlineData(long.MaxValue)]
    public void A_disk_without_room_is_said_before_anything_is_fetched(long length)
    {
        using var server = new LoopbackServer(_ => new("200 OK", [$"Content-Length: {length}"], []));
        Assert.Throws<DiskSpaceException>(() => _place.Run(_place.Request(server)));
    }

    [Fact]
    public void A_disk_that_becomes_full_is_said()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux has a file that is always full");
        Directory.CreateDirectory(_place.Folder);
        File.CreateSymbolicLink(_place.Target + ".part", "/dev/full");
        using var server = new LoopbackServer(_ => Answer.Whole(Content));
        File.WriteAllText(_place.Target + ".part.tag", Tag);
        var error = Assert.Throws<DiskSpaceException>(() => _place.Run(_place.Request(server)));
        Assert.Equal($"The disk of '{_place.Folder}' became full while 'file.bin' was written: make room there and try again; nothing is left behind.", error.Message);
        Assert.Empty(_place.Clock.Pauses);
    }

    [Fact]
    public void It_can_be_ended_and_gone_on_with()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(_place.Cancellation);
        using var server = new LoopbackServer(r => Answer.Whole(Content, Tag, onlyFirst: 5000) with { ThenSilence = true });
        Assert.ThrowsAny<OperationCanceledException>(() => Download.Run(_place.Request(server), p => { if (p.Done > 0) stop.Cancel(); }, stop.Token));
        var kept = new FileInfo(_place.Target + ".part").Length;
        Assert.InRange(kept, 1, 5000);
        using var other = new LoopbackServer(r => Answer.Rest(Content, r.From, Tag));
        _place.Run(_place.Request(other));
        Assert.Equal(kept, other.Requests[0].From);
        _place.AssertDone();
    }

    [Fact]
    public async Task Who_comes_at_the_same_time_waits_and_asks_for_nothing()
    {
        using var server = new LoopbackServer(_ => Answer.Whole(Content));
        using var held = FileLock.Acquire(_place.Target + ".lock", _place.Cancellation);
        var told = new TaskCompletionSource<DownloadProgress>();
        var waiting = Task.Run(() => Download.Run(_place.Request(server), told.SetResult, _place.Cancellation), _place.Cancellation);
        Assert.Equal("Another process is at the same download; waiting for it.", (await told.Task.WaitAsync(_place.Cancellation)).Note);
        await File.WriteAllBytesAsync(_place.Target, Content, _place.Cancellation);
        held.Dispose();
        await waiting;
        Assert.Empty(server.Requests);
    }

    private static Answer Leading(string where) => new("302 Found", [$"Location: {where}", "Content-Length: 0"], []);
}
