using System.Globalization;
using System.Text;
using MathSymbols.Storage;
using MathSymbols.Tests.Support;
using Xunit;
using static MathSymbols.Tests.Storage.DownloadPlace;
using static MathSymbols.Tests.Support.LoopbackServer;

namespace MathSymbols.Tests.Storage;

public sealed class DownloadRetryTests : IDisposable
{
    private readonly DownloadPlace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public void However_often_a_server_breaks_off_the_file_comes_byte_for_byte()
    {
        const int files = 25;
        var random = new Random(1001);
        var breaks = 0;
        for (var file = 0; file < files; file++)
        {
            var content = new byte[random.Next(1, 400_000)];
            random.NextBytes(content);
            using var server = new LoopbackServer(r => Broken(content, r.From, random, ref breaks));
            _place.Run(_place.Request(server) with { Length = content.Length, Md5 = MD5(content) });
            Assert.Equal(content, File.ReadAllBytes(_place.Target));
            _place.AssertFiles("file.bin", "file.bin.lock");
            File.Delete(_place.Target);
        }

        // About 400 with this seed; how many exactly depends on what a torn connection still delivers.
        Assert.InRange(breaks, 4 * files, int.MaxValue);
    }

    [Fact]
    public void What_broke_off_is_gone_on_with_and_said()
    {
        using var server = new LoopbackServer(InTurn(Answer.Whole(Content, Tag, onlyFirst: 12_500), Answer.Rest(Content, 12_500, Tag)));
        _place.Run(_place.Request(server));
        _place.AssertDone();
        Assert.Equal([0, 12_500], server.Requests.Select(r => r.From));
        Assert.Equal(["The connection broke off after 12.5 kB; going on in 1 s."], _place.Notes);
        Assert.Equal([TimeSpan.FromSeconds(1)], _place.Clock.Pauses);
    }

    [Theory]
    [InlineData("429 Too Many Requests")]
    [InlineData("500 Internal Server Error")]
    [InlineData("502 Bad Gateway")]
    [InlineData("503 Service Unavailable")]
    [InlineData("504 Gateway Timeout")]
    public void A_busy_server_is_asked_again_after_longer_and_longer_pauses(string status)
    {
        var busy = new Answer(status, ["Content-Length: 0"], []);
        using (var server = new LoopbackServer(InTurn(busy, busy, busy, busy, Answer.Whole(Content)))) _place.Run(_place.Request(server));
        _place.AssertDone();
        Assert.Equal([1, 2, 4, 8], _place.Clock.Pauses.Select(p => p.TotalSeconds));
        Assert.Equal($"The server answers {status[..3]} ({status[4..]}); trying again in 8 s.", _place.Notes.Last());
        using (var server = new LoopbackServer(_ => busy))
        {
            Assert.EndsWith($"the server answers {status[..3]} ({status[4..]}), and 5 tries did not help; try again later.", _place.Refused(_place.Request(server)), StringComparison.Ordinal);
            Assert.Equal(5, server.Requests.Count);
        }
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("120", 120)]
    [InlineData("0", 1)]
    [InlineData("-5", 1)]
    [InlineData("soon", 1)]
    [InlineData("Tue, 03 Feb 2026 04:06:30 GMT", 90)]
    [InlineData("Tue, 03 Feb 1970 04:06:30 GMT", 1)]
    [InlineData("99999999999999999999", 1)]
    public void The_rest_that_a_server_asks_for_is_kept(string after, int seconds)
    {
        using var server = new LoopbackServer(InTurn(new("503 Service Unavailable", [$"Retry-After: {after}", "Content-Length: 0"], []), Answer.Whole(Content)));
        _place.Run(_place.Request(server));
        _place.AssertDone();
        Assert.Equal([TimeSpan.FromSeconds(seconds)], _place.Clock.Pauses);
        Assert.EndsWith($"trying again in {seconds} s.", Assert.Single(_place.Notes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("121", "3 min; try again after 2026-02-03 04:07")]
    [InlineData("7200", "2 h 0 min; try again after 2026-02-03 06:05")]
    [InlineData("Wed, 04 Feb 2026 04:05:00 GMT", "24 h 0 min; try again after 2026-02-04 04:05")]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT", "more than a week; the file must come from elsewhere")]
    [InlineData("2147483647", "more than a week; the file must come from elsewhere")]
    public void A_rest_that_is_too_long_is_left_to_the_person(string after, string words)
    {
        using var server = new LoopbackServer(_ => new("429 Too Many Requests", [$"Retry-After: {after}", "Content-Length: 0"], []));
        Assert.EndsWith(words + ".", _place.Refused(_place.Request(server)), StringComparison.Ordinal);
        Assert.Single(server.Requests);
        Assert.Empty(_place.Clock.Pauses);

        // Nowhere is a date too far.
        using var east = new DownloadPlace { Clock = new() { Zone = TimeZoneInfo.CreateCustomTimeZone("east", TimeSpan.FromHours(14), "east", "east") } };
        Assert.Contains("asks to be left alone for ", east.Refused(east.Request(server)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_that_falls_silent_is_left_and_asked_again()
    {
        var stall = TimeSpan.FromMilliseconds(100);
        using var server = new LoopbackServer(InTurn(Answer.Whole(Content, Tag, onlyFirst: 10) with { ThenSilence = true }, NotFound));
        Assert.Contains("404", _place.Refused(_place.Request(server) with { Stall = stall }), StringComparison.Ordinal);

        // The latter only on a machine so busy that even this server is late.
        Assert.Matches(@"^The server (has stopped sending after 10 bytes; going on|does not answer; trying again) in 1 s\.$", Assert.Single(_place.Notes));
        using var mute = new LoopbackServer(_ => new("", [], [], ThenSilence: true) { Raw = true });
        Assert.Contains("does not answer, and 5 tries did not help", _place.Refused(_place.Request(mute) with { Stall = stall }), StringComparison.Ordinal);
    }

    [Fact]
    public void While_nothing_comes_the_pace_falls()
    {
        using var place = new DownloadPlace { Clock = new() { PerLook = TimeSpan.FromSeconds(1) } };
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(place.Cancellation);
        using var server = new LoopbackServer(r => Answer.Whole(Content, Tag, onlyFirst: 1000) with { ThenSilence = true });
        var request = place.Request(server) with { Beat = TimeSpan.FromMilliseconds(1) };
        var paces = new List<double>();
        Assert.ThrowsAny<OperationCanceledException>(() => Download.Run(request, Watch, stop.Token));
        Assert.True(paces[0] > 0);
        Assert.Equal(paces.OrderDescending(), paces);

        void Watch(DownloadProgress progress)
        {
            if (progress is { Done: > 0, BytesPerSecond: { } pace }) paces.Add(pace);
            if (paces is [.., 0]) stop.Cancel();
        }
    }

    [Fact]
    public void A_server_that_gives_a_byte_at_a_time_is_not_asked_for_ever()
    {
        using var server = new LoopbackServer(r => r.From > 0 ? Answer.Rest(Content, r.From, Tag) with { Body = [Content[r.From]] } : Answer.Whole(Content, Tag, onlyFirst: 1));
        Assert.Contains("and 200 tries did not help; another goes on from there", _place.Refused(_place.Request(server)), StringComparison.Ordinal);
        Assert.Equal(200, server.Requests.Count);
    }

    [Fact]
    public void Where_no_server_ever_was_there_is_no_second_try_but_one_that_goes_away_may_come_back()
    {
        var server = new LoopbackServer(_ => Answer.Whole(Content, Tag, onlyFirst: 1000));
        var request = _place.Request(server);
        var error = Assert.Throws<DownloadException>(() => Download.Run(request, p => { if (p.Note is not null && _place.Clock.Pauses.Count == 0) server.Dispose(); }, _place.Cancellation));
        Assert.Matches("cannot be reached .*, and 6 tries did not help; another goes on", error.Message);
        _place.Clock.Pauses.Clear();
        Assert.EndsWith("look whether this machine has a network, or needs a proxy (HTTPS_PROXY).", _place.Refused(request), StringComparison.Ordinal);
        Assert.Empty(_place.Clock.Pauses);
    }

    [Fact]
    public async Task A_pause_can_be_ended()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(_place.Cancellation);
        var pausing = new TaskCompletionSource();
        using var place = new DownloadPlace { Clock = new() { Stopped = pausing.SetResult } };
        using var server = new LoopbackServer(_ => new("503 Service Unavailable", ["Content-Length: 0"], []));
        var running = Task.Run(() => Download.Run(place.Request(server), progress: null, stop.Token), CancellationToken.None);
        await pausing.Task.WaitAsync(_place.Cancellation);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.WaitAsync(_place.Cancellation));
    }

    // Ends, is torn, ends amid a chunk, is busy: in turn, each at a random byte of what is asked for.
    private static Answer Broken(byte[] content, int from, Random random, ref int breaks)
    {
        var rest = content.Length - from;
        var whole = from > 0 ? Answer.Rest(content, from, Tag) : Answer.Whole(content, Tag);
        if (rest == 1) return whole;
        breaks++;
        var body = content.AsSpan(from, random.Next(1, rest)).ToArray();
        return (breaks % 4) switch
        {
            0 => new("503 Service Unavailable", ["Retry-After: 3", "Content-Length: 0"], []),
            1 => whole with { Body = body },
            2 => whole with { Body = body, ThenReset = true },
            _ => whole with
            {
                Headers = [.. whole.Headers.Where(h => !h.StartsWith("Content-Length", StringComparison.Ordinal)), "Transfer-Encoding: chunked"],
                Body = [.. Encoding.ASCII.GetBytes(rest.ToString("x", CultureInfo.InvariantCulture) + "\r\n"), .. body],
            },
        };
    }
}
