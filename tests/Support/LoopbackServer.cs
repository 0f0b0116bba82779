using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MathSymbols.Tests.Support;

/// <summary>A server on this machine that answers each request as a test says, and remembers what was asked.</summary>
internal sealed class LoopbackServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<Request, Answer> _answer;
    private readonly Task _serving;

    public LoopbackServer(Func<Request, Answer> answer)
    {
        _answer = answer;
        _listener.Start();
        _serving = ServeAsync();
    }

    public List<Request> Requests { get; } = [];

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/file.bin");

    /// <summary>Gives one answer after the other; the last one again and again.</summary>
    public static Func<Request, Answer> InTurn(params Answer[] answers)
    {
        var next = 0;
        return _ => answers[Math.Min(next++, answers.Length - 1)];
    }

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _serving.Wait();
        _stop.Dispose();
    }

    // Who is left in silence must not keep the next one waiting.
    private async Task ServeAsync()
    {
        var clients = new List<Task>();
        try
        {
            while (true) clients.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }

        await Task.WhenAll(clients);
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var _ = client;
        try
        {
            var stream = client.GetStream();
            if (await ReadAsync(stream) is not { } request) return;
            Answer answer;
            lock (Requests)
            {
                Requests.Add(request);
                answer = _answer(request);
            }

            if (!answer.Raw) await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {answer.Status}\r\nConnection: close\r\n{string.Concat(answer.Headers.Select(h => h + "\r\n"))}\r\n"), _stop.Token);
            do await stream.WriteAsync(answer.Body, _stop.Token);
            while (answer.ThenAgain);
            await stream.FlushAsync(_stop.Token);
            if (answer.ThenSilence) await Task.Delay(Timeout.Infinite, _stop.Token);
            if (answer.ThenReset) client.LingerState = new(enable: true, seconds: 0);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
        {
            // The test is over, or the client has gone.
        }
    }

    private async Task<Request?> ReadAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
        var lines = new List<string>();
        while (await reader.ReadLineAsync(_stop.Token) is { Length: > 0 } line) lines.Add(line);
        if (lines.Count == 0) return null;
        return new(lines[0].Split(' ')[1], lines.Skip(1).Select(l => l.Split(": ", 2)).ToDictionary(p => p[0], p => p[1], StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>What was asked.</summary>
    internal sealed record Request(string Path, IReadOnlyDictionary<string, string> Headers)
    {
        /// <summary>The first byte asked for; 0 when the whole file is.</summary>
        public int From => Headers.TryGetValue("Range", out var range) ? int.Parse(range["bytes=".Length..].TrimEnd('-'), CultureInfo.InvariantCulture) : 0;
    }

    /// <summary>What is answered: a status line's end, headers, a body, and whether the connection then stays open in silence.</summary>
    internal sealed record Answer(string Status, string[] Headers, byte[] Body, bool ThenSilence = false)
    {
        /// <summary>Whether the body is all that is sent, without any HTTP before it.</summary>
        public bool Raw { get; init; }

        /// <summary>Whether the body is sent again and again, until the client goes.</summary>
        public bool ThenAgain { get; init; }

        /// <summary>Whether the connection does not end but is torn.</summary>
        public bool ThenReset { get; init; }

        /// <summary>The whole of a file, or its first bytes only, before the connection ends.</summary>
        public static Answer Whole(byte[] file, string? tag = null, int? onlyFirst = null) =>
            new("200 OK", [$"Content-Length: {file.Length}", .. tag is null ? (string[])[] : [$"ETag: {tag}"]], file[..(onlyFirst ?? file.Length)]);

        /// <summary>The rest of a file.</summary>
        public static Answer Rest(byte[] file, int from, string tag) =>
            new("206 Partial Content", [$"Content-Length: {file.Length - from}", $"Content-Range: bytes {from}-{file.Length - 1}/{file.Length}", $"ETag: {tag}"], file[from..]);
    }
}
