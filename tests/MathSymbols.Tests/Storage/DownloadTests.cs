using FsCheck.Xunit;
using MathSymbols.Storage;
using MathSymbols.Tests.Support;
using Xunit;
using static MathSymbols.Tests.Support.LoopbackServer;

namespace MathSymbols.Tests.Storage;

public sealed class DownloadTests : IDisposable
{
    private const string Tag = "\"one\"";

    private static readonly byte[] Content = [.. Enumerable.Range(0, 300_000).Select(i => (byte)(i * 7 / 3))];

    private readonly TemporaryFolder _folder = new();
    private readonly string _target;

    public DownloadTests() => _target = _folder["deep", "file.bin"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_comes_whole_and_leaves_nothing_beside_it()
    {
        using var server = new LoopbackServer(_ => Answer.Whole(Content, Tag));
        var told = new List<DownloadProgress>();
        Download.Run(Request(server) with { Length = Content.Length, Md5 = MD5(Content).ToUpperInvariant() }, told.Add, TestContext.Current.CancellationToken);
        AssertDone();
        Assert.Equal((0, Content.Length), (told[0].Done, told[^1].Done));
        Assert.Equal(told.Select(p => p.Done).Order(), told.Select(p => p.Done));
        Assert.All(told, p => Assert.Equal(Content.Length, p.Total));
    }

    [Fact]
    public void A_length_that_is_not_told_is_no_obstacle()
    {
        using var server = new LoopbackServer(_ => new("200 OK", [], Content));
        Download.Run(Request(server) with { Md5 = MD5(Content) }, progress: null, TestContext.Current.CancellationToken);
        AssertDone();
    }

    [Property(MaxTest = 20)]
    public void An_interrupted_download_goes_on_where_it_was(ushort cut)
    {
        var first = true;
        using var server = new LoopbackServer(r => r.From > 0 ? Answer.Rest(Content, r.From, Tag) : Answer.Whole(Content, Tag, onlyFirst: first ? cut : null));
        Refused(Request(server));
        first = false;
        Download.Run(Request(server), progress: null, TestContext.Current.CancellationToken);
        AssertDone();
        var second = server.Requests[1];
        Assert.Equal(cut, second.From);
        Assert.Equal(cut > 0 ? Tag : null, second.Headers.GetValueOrDefault("If-Range"));
        File.Delete(_target);
    }

    [Theory]
    [InlineData("\"two\"")]
    [InlineData(null)]
    public void Another_file_is_begun_anew(string? tag)
    {
        var other = Content.Reverse().ToArray();
        using (var first = new LoopbackServer(_ => Answer.Whole(other, Tag, onlyFirst: 1000))) Refused(Request(first));
        using var server = new LoopbackServer(_ => Answer.Whole(Content, tag));
        Download.Run(Request(server), progress: null, TestContext.Current.CancellationToken);
        Assert.Equal((1000, Tag), (server.Requests[0].From, server.Requests[0].Headers["If-Range"]));
        AssertDone();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("W/\"weak\"")]
    public void Without_a_strong_tag_nothing_is_gone_on_with(string? tag)
    {
        using var server = new LoopbackServer(_ => Answer.Whole(Content, tag, onlyFirst: 1000));
        Refused(Request(server));
        Refused(Request(server));
        Assert.All(server.Requests, r => Assert.Equal(0, r.From));
    }

    [Fact]
    public void A_part_that_is_complete_already_is_taken()
    {
        using (var first = new LoopbackServer(_ => new("200 OK", [$"ETag: {Tag}", $"Content-Length: {Content.Length + 1}"], Content))) Refused(Request(first));
        using var server = new LoopbackServer(_ => new("416 Range Not Satisfiable", [$"Content-Range: bytes */{Content.Length}", "Content-Length: 0"], []));
        Download.Run(Request(server) with { Md5 = MD5(Content) }, progress: null, TestContext.Current.CancellationToken);
        AssertDone();
    }

    [Theory]
    [InlineData("206 Partial Content", "Content-Range: bytes 7-9/10")]
    [InlineData("416 Range Not Satisfiable", "Content-Range: bytes */10")]
    [InlineData("200 OK", "Content-Encoding: gzip")]
    public void An_answer_that_does_not_fit_the_part_discards_it(string status, string header)
    {
        using (var first = new LoopbackServer(_ => Answer.Whole(Content, Tag, onlyFirst: 1000))) Refused(Request(first));
        using (var odd = new LoopbackServer(_ => new(status, [header, "Content-Length: 3"], new byte[3])))
            Assert.Contains("something else", Refused(Request(odd)), StringComparison.Ordinal);
        using var server = new LoopbackServer(_ => Answer.Whole(Content, Tag));
        Download.Run(Request(server), progress: null, TestContext.Current.CancellationToken);
        Assert.Equal(0, server.Requests[0].From);
        AssertDone();
    }

    [Fact]
    public void What_is_not_as_expected_is_refused_and_the_old_file_stays()
    {
        Directory.CreateDirectory(_folder["deep"]);
        File.WriteAllText(_target, "old");
        using var server = new LoopbackServer(r => r.Path == "/unsaid" ? new("200 OK", [], Content) : Answer.Whole(Content));
        var unsaid = Request(server) with { Source = new(server.Address, "/unsaid") };
        Assert.Contains("its MD5 is", Refused(Request(server) with { Md5 = MD5([]) }), StringComparison.Ordinal);
        Assert.Contains("instead of 5", Refused(Request(server) with { Length = 5 }), StringComparison.Ordinal);
        Assert.Contains("instead of 5", Refused(unsaid with { Length = 5 }), StringComparison.Ordinal);
        Assert.Contains("the 1000 allowed", Refused(Request(server) with { MostBytes = 1000 }), StringComparison.Ordinal);
        Assert.Contains("1000 bytes allowed", Refused(unsaid with { MostBytes = 1000 }), StringComparison.Ordinal);
        Assert.Equal("old", File.ReadAllText(_target));
        AssertFiles("file.bin", "file.bin.lock");
    }

    [Fact]
    public void A_server_that_refuses_breaks_off_or_falls_silent_is_said()
    {
        using var server = new LoopbackServer(r => r.Path switch
        {
            "/none?key=secret" => new("404 Not Found", ["Content-Length: 0"], []),
            "/broken" => Answer.Whole(Content, Tag, onlyFirst: 10),
            "/rubbish" => new("what?", [], []),
            _ => new("200 OK", [$"Content-Length: {Content.Length}"], Content[..10], ThenSilence: true),
        });
        var request = Request(server);
        Assert.Contains("404 (Not Found)", Refused(request with { Source = new(server.Address, "/none?key=secret") }), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", Refused(request with { Source = new(server.Address, "/none?key=secret") }), StringComparison.Ordinal);
        Assert.Contains("broke off", Refused(request with { Source = new(server.Address, "/broken") }), StringComparison.Ordinal);
        Refused(request with { Source = new(server.Address, "/rubbish") });
        Assert.Contains("stopped sending", Refused(request with { Stall = TimeSpan.FromMilliseconds(200) }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_that_is_not_there_is_said()
    {
        Uri gone;
        using (var server = new LoopbackServer(_ => Answer.Whole(Content))) gone = server.Address;
        Refused(new(gone, _target, long.MaxValue) { PlainLoopback = true });
    }

    [Fact]
    public void Only_https_is_asked_and_only_https_is_followed()
    {
        using var server = new LoopbackServer(r => r.Path switch
        {
            "/file.bin" => Answer.Whole(Content),
            "/here" => new("302 Found", ["Location: /file.bin", "Content-Length: 0"], []),
            "/away" => new("302 Found", ["Location: http://192.0.2.1/file.bin", "Content-Length: 0"], []),
            "/disk" => new("302 Found", ["Location: file:///etc/hostname", "Content-Length: 0"], []),
            _ => new("307 Temporary Redirect", [$"Location: {r.Path}x", "Content-Length: 0"], []),
        });
        Assert.Contains("only https", Refused(Request(server) with { PlainLoopback = false }), StringComparison.Ordinal);
        Assert.Empty(server.Requests);
        Assert.Contains("without https", Refused(At("/away")), StringComparison.Ordinal);
        Assert.Contains("without https", Refused(At("/disk")), StringComparison.Ordinal);
        Assert.Contains("more than 5 times", Refused(At("/round")), StringComparison.Ordinal);
        Download.Run(At("/here"), progress: null, TestContext.Current.CancellationToken);
        AssertDone();

        DownloadRequest At(string path) => Request(server) with { Source = new(server.Address, path) };
    }

    [Fact]
    public void A_full_disk_is_said_before_anything_is_fetched()
    {
        using var server = new LoopbackServer(_ => new("200 OK", [$"Content-Length: {long.MaxValue / 4}"], []));
        Assert.Throws<DiskSpaceException>(() => Download.Run(Request(server), progress: null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void It_can_be_ended_and_gone_on_with()
    {
        using var stop = new CancellationTokenSource();
        using var server = new LoopbackServer(r => r.From > 0 ? Answer.Rest(Content, r.From, Tag) : Answer.Whole(Content, Tag, onlyFirst: 5000) with { ThenSilence = true });
        Assert.ThrowsAny<OperationCanceledException>(() => Download.Run(Request(server), p => { if (p.Done > 0) stop.Cancel(); }, stop.Token));
        var kept = new FileInfo(_target + ".part").Length;
        Assert.InRange(kept, 1, 5000);
        using var other = new LoopbackServer(r => Answer.Rest(Content, r.From, Tag));
        Download.Run(Request(other), progress: null, TestContext.Current.CancellationToken);
        Assert.Equal(kept, other.Requests[0].From);
        AssertDone();
    }

    [Fact]
    public async Task Who_comes_at_the_same_time_waits_and_asks_for_nothing()
    {
        using var server = new LoopbackServer(_ => Answer.Whole(Content));
        using var held = FileLock.Acquire(_target + ".lock", TestContext.Current.CancellationToken);
        var waiting = Task.Run(() => Download.Run(Request(server), progress: null, CancellationToken.None), TestContext.Current.CancellationToken);
        await Task.Delay(100, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(_target, Content, TestContext.Current.CancellationToken);
        held.Dispose();
        await waiting;
        Assert.Empty(server.Requests);
    }

    private DownloadRequest Request(LoopbackServer server) => new(server.Address, _target, long.MaxValue) { PlainLoopback = true, Stall = TimeSpan.FromSeconds(20) };

    private static string Refused(DownloadRequest request)
    {
        var error = Assert.Throws<DownloadException>(() => Download.Run(request, progress: null, TestContext.Current.CancellationToken));
        Assert.Matches("^Cannot download '[^\n]*[^.]\\.$", error.Message);
        return error.Message;
    }

    private void AssertDone()
    {
        Assert.Equal(Content, File.ReadAllBytes(_target));
        AssertFiles("file.bin", "file.bin.lock");
    }

    private void AssertFiles(params string[] names) => Assert.Equal(names, Directory.GetFiles(_folder["deep"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));

    private static string MD5(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return Md5.Of(stream, CancellationToken.None);
    }
}
