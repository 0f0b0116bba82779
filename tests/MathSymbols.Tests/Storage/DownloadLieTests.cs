using System.Text;
using MathSymbols.Tests.Support;
using Xunit;
using static MathSymbols.Tests.Storage.DownloadPlace;
using static MathSymbols.Tests.Support.LoopbackServer;

namespace MathSymbols.Tests.Storage;

/// <summary>Servers that send something else than they say, or no HTTP.</summary>
public sealed class DownloadLieTests : IDisposable
{
    private readonly DownloadPlace _place = new();

    public void Dispose() => _place.Dispose();

    [Theory]
    [InlineData("299999", "instead of 300000")]
    [InlineData("9223372036854775807", "allowed")]
    [InlineData("-1", "impossible length")]
    [InlineData("99999999999999999999999", "impossible length")]
    [InlineData("many", "impossible length")]
    public void A_length_that_cannot_be_is_refused_at_once(string length, string words)
    {
        using var server = new LoopbackServer(_ => new("200 OK", [$"Content-Length: {length}"], Content));
        Assert.Contains(words, _place.Refused(_place.Request(server) with { Length = Content.Length, MostBytes = Content.Length }), StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("whole")]
    [InlineData("untagged")]
    [InlineData("empty")]
    public void A_length_that_is_too_long_by_a_byte_is_seen_after_three_tries(string rest)
    {
        using var server = new LoopbackServer(r => rest == "empty" && r.From > 0
            ? new("206 Partial Content", ["Content-Length: 1", $"Content-Range: bytes {r.From}-{r.From}/{r.From + 1}", $"ETag: {Tag}"], [])
            : new("200 OK", [$"Content-Length: {Content.Length + 1}", .. rest == "untagged" ? (string[])[] : [$"ETag: {Tag}"]], Content));
        Assert.EndsWith("the server ends after 300000 bytes each time, though 300001 are expected; it may have no more, and then the file must come from elsewhere.", _place.Refused(_place.Request(server)), StringComparison.Ordinal);
        Assert.Equal(3, server.Requests.Count);
        Assert.All(_place.Clock.Pauses, p => Assert.InRange(p.TotalSeconds, 1, 2));
    }

    [Theory]
    [InlineData("Content-Range: bytes */300001")]
    [InlineData("X-None: 1")]
    public void A_promise_that_the_server_takes_back_is_said_at_once(string header)
    {
        using var server = new LoopbackServer(InTurn(
            new("200 OK", [$"Content-Length: {Content.Length + 1}", $"ETag: {Tag}"], Content), new("416 Range Not Satisfiable", [header, "Content-Length: 0"], [])));
        Assert.Contains("promises 300001 bytes, but has no more than 300000", _place.Refused(_place.Request(server)), StringComparison.Ordinal);
        Assert.Equal(2, server.Requests.Count);
        _place.AssertFiles("file.bin.lock");
    }

    [Theory]
    [InlineData("Content-Range: bytes */300000")]
    [InlineData("X-None: 1")]
    public void A_rest_whose_end_is_not_told_is_asked_for_until_there_is_no_more(string header)
    {
        _place.Leave(Content, 1000);
        using var server = new LoopbackServer(r => r.From == Content.Length ? new("416 Range Not Satisfiable", [header, "Content-Length: 0"], []) : Piece(r.From, Math.Min(r.From + 70_000, Content.Length)));
        _place.Told.Clear();
        _place.Run(_place.Request(server));
        _place.AssertDone();
        Assert.Equal([1000, 71_000, 141_000, 211_000, 281_000, 300_000], server.Requests.Select(r => r.From));
        Assert.Empty(_place.Notes);
    }

    [Fact]
    public void A_piece_that_breaks_off_is_not_taken_for_the_whole()
    {
        _place.Leave(Content, 1000);
        using var server = new LoopbackServer(InTurn(
            Piece(1000, 90_000) with { Body = Content[1000..80_000] }, Piece(80_000, Content.Length), new("416 Range Not Satisfiable", ["Content-Length: 0"], [])));
        _place.Run(_place.Request(server));
        _place.AssertDone();
        Assert.Equal([1000, 80_000, 300_000], server.Requests.Select(r => r.From));
    }

    [Theory]
    [InlineData("206 Partial Content", "Content-Range: bytes 7-9/10")]
    [InlineData("206 Partial Content", "Content-Range: bytes 1000-1003/300000")]
    [InlineData("206 Partial Content", "Content-Range: lines 1000-1002/300000")]
    [InlineData("206 Partial Content", "Content-Range: bytes 1000-1002/1000")]
    [InlineData("206 Partial Content", "Content-Range: bytes 1002-1000/300000")]
    [InlineData("206 Partial Content", "Content-Range: rubbish")]
    [InlineData("206 Partial Content", "X-None: 1")]
    [InlineData("206 Partial Content", "Content-Range: bytes 1000-1002/300000\r\nETag: \"two\"")]
    [InlineData("416 Range Not Satisfiable", "Content-Range: bytes */10")]
    [InlineData("416 Range Not Satisfiable", "X-None: 1")]
    public void A_rest_that_does_not_fit_is_not_taken_and_the_file_is_begun_anew(string status, string header)
    {
        _place.Leave(Content, 1000);
        using var server = new LoopbackServer(InTurn(new(status, [header, "Content-Length: 3"], [99, 99, 99]), Answer.Whole(Content, Tag)));
        _place.Run(_place.Request(server));
        _place.AssertDone();
        Assert.Equal([1000, 0], server.Requests.Select(r => r.From));
        Assert.Equal("The server sends something else than was asked for; trying again in 1 s.", _place.Notes.Last());
    }

    [Theory]
    [InlineData("206 Partial Content", "Content-Range: bytes 0-2/3")]
    [InlineData("416 Range Not Satisfiable", "Content-Range: bytes */0")]
    [InlineData("200 OK", "Content-Encoding: gzip")]
    public void An_answer_to_another_question_is_refused(string status, string header)
    {
        using var server = new LoopbackServer(_ => new(status, [header, "Content-Length: 3"], new byte[3]));
        Assert.Contains("something else", _place.Refused(_place.Request(server)), StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(200)]
    public void A_wrong_answer_does_not_cost_what_has_come(int status)
    {
        _place.Leave(Content, 1000);
        using var server = new LoopbackServer(InTurn(new($"{status} Odd", ["Content-Length: 3"], new byte[3]), Answer.Rest(Content, 1000, Tag)));
        _place.Refused(_place.Request(server) with { Length = Content.Length });
        _place.Run(_place.Request(server) with { Length = Content.Length });
        Assert.Equal([1000, 1000], server.Requests.Select(r => r.From));
        _place.AssertDone();
    }

    [Fact]
    public void A_rest_in_pieces_of_the_servers_choice_is_put_together()
    {
        _place.Leave(Content, 1);
        using var server = new LoopbackServer(r =>
        {
            var to = Math.Min(r.From + 70_000, Content.Length);
            return new("206 Partial Content", [$"Content-Length: {to - r.From}", $"Content-Range: bytes {r.From}-{to - 1}/{Content.Length}"], Content[r.From..to]);
        });
        _place.Run(_place.Request(server));
        _place.AssertDone();
    }

    [Fact]
    public void A_rest_that_is_longer_than_it_says_is_refused()
    {
        _place.Leave(Content, 1000);
        using var server = new LoopbackServer(_ => new("206 Partial Content", [$"Content-Range: bytes 1000-299999/300000"], Content));
        Assert.Contains("more than the 300000 bytes it tells", _place.Refused(_place.Request(server)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_body_without_end_is_left_when_it_is_too_long()
    {
        using var server = new LoopbackServer(_ => new("200 OK", [], Content) { ThenAgain = true });
        Assert.Contains("larger than the 1000000 bytes", _place.Refused(_place.Request(server) with { MostBytes = 1_000_000 }), StringComparison.Ordinal);
        _place.AssertFiles("file.bin.lock");
    }

    [Fact]
    public void A_body_without_a_length_that_ends_too_soon_is_asked_for_again()
    {
        using var server = new LoopbackServer(InTurn(new("200 OK", [], Content[..1000]), new("200 OK", [], Content)));
        _place.Run(_place.Request(server) with { Length = Content.Length });
        _place.AssertDone();
        Assert.Equal(["The connection broke off after 1.0 kB; trying again in 1 s."], _place.Notes);
    }

    [Fact]
    public void Bytes_that_only_drip_are_no_download()
    {
        using var place = new DownloadPlace { Clock = new() { PerLook = TimeSpan.FromHours(10) } };
        using var server = new LoopbackServer(r => r.From > 0 ? Answer.Rest(Content, r.From, Tag) : Answer.Whole(Content, Tag));
        Assert.Contains("fewer than 100 bytes a second, and 5 tries did not help", place.Refused(place.Request(server) with { Length = Content.Length }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HTTP/1.1 what?\r\n\r\n")]
    [InlineData("SSH-2.0-OpenSSH_9.9\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length 3\r\n\r\nabc")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\nnot a chunk")]
    [InlineData("HTTP/1.1 999999 \u001b[2J\r\n\r\n")]
    [InlineData("\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\r\n")]
    public void Rubbish_is_told_in_one_sentence(string rubbish)
    {
        using var server = new LoopbackServer(_ => new("", [], Encoding.Latin1.GetBytes(rubbish)) { Raw = true });
        var sentence = _place.Refused(_place.Request(server));
        Assert.DoesNotContain('\u001b', sentence);
        Assert.Contains("try again later", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Random_bytes_are_told_in_one_sentence()
    {
        var random = new Random(1001);
        using var server = new LoopbackServer(_ =>
        {
            var bytes = new byte[random.Next(2000)];
            random.NextBytes(bytes);
            return new("", [], [.. random.Next(2) == 0 ? "HTTP/1.1 "u8 : "HTTP/1.1 200 OK\r\n"u8, .. bytes]) { Raw = true };
        });
        for (var i = 0; i < 50; i++) _place.Refused(_place.Request(server) with { Md5 = MD5(Content) });
    }

    [Theory]
    [InlineData("X-Long: 0123456789012345678901234567890123456789012345678901234567890123456789")]
    [InlineData("")]
    public void Headers_without_end_are_left(string line)
    {
        var lines = line.Length > 0 ? line + "\r\n" : "HTTP/1.1 100 Continue\r\n\r\n";
        using var server = new LoopbackServer(_ => new("", [], [.. "HTTP/1.1 200 OK\r\n"u8, .. Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(lines, 1000)))]) { Raw = true, ThenAgain = true });
        _place.Refused(_place.Request(server) with { Stall = TimeSpan.FromSeconds(1), MostBytes = 1_000_000, Md5 = MD5(Content) });
    }

    private static Answer Piece(int from, int to) => new("206 Partial Content", [$"Content-Length: {to - from}", $"Content-Range: bytes {from}-{to - 1}/*"], Content[from..to]);
}
