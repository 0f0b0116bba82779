using System.Net;
using System.Net.Http.Headers;

namespace MathSymbols.Storage;

/// <summary>Asks a server for a file or the rest of one, follows its redirects, and gives up when nothing comes.</summary>
internal sealed class DownloadConnection : IDisposable
{
    private const int MostRedirects = 5;

    private readonly DownloadRequest _request;
    private readonly CancellationToken _cancellation;
    private readonly CancellationTokenSource _stall;
    private readonly HttpClient _client;

    public DownloadConnection(DownloadRequest request, CancellationToken cancellation)
    {
        (_request, _cancellation) = (request, cancellation);
        _stall = CancellationTokenSource.CreateLinkedTokenSource(cancellation);

        // Redirects are followed here, where each address can be looked at first.
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(10) };
        _client = new(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>The server's answer, its body not yet read; the caller owns it.</summary>
    /// <param name="from">The first byte wanted.</param>
    /// <param name="tag">The tag that the file must still have for anything but the whole to be sent.</param>
    /// <exception cref="DownloadException">There is no answer, or it leads where it must not.</exception>
    public async Task<HttpResponseMessage> SendAsync(long from, EntityTagHeaderValue? tag)
    {
        var address = _request.Source;
        for (var redirects = 0; redirects <= MostRedirects; redirects++)
        {
            if (!_request.Allows(address)) throw _request.Problem(redirects == 0 ? "only https addresses are asked" : "it leads to an address without https");
            using var message = new HttpRequestMessage(HttpMethod.Get, address);
            message.Headers.AcceptEncoding.Add(new("identity"));
            message.Headers.UserAgent.Add(new("MathSymbols", null));
            if (IsSameServer(address, _request.Source)) message.Headers.Authorization = _request.Authorization;
            if (tag is not null && from > 0)
            {
                message.Headers.Range = new(from, null);
                message.Headers.IfRange = new(tag);
            }

            var response = await WatchAsync(token => _client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, token), done: null).ConfigureAwait(false);
            if (!IsRedirect(response.StatusCode) || response.Headers.Location is not { } location) return response;
            response.Dispose();
            if (!Uri.TryCreate(address, location, out var next)) throw _request.Problem("it leads to what is no address");
            address = next;
        }

        throw _request.Problem($"it leads on more than {MostRedirects} times");
    }

    /// <summary>Reads some of an answer's body.</summary>
    /// <param name="body">The answer's body.</param>
    /// <param name="buffer">Where to.</param>
    /// <param name="done">Bytes that are there, to be told when no more come.</param>
    /// <returns>The number of bytes; 0 at the end.</returns>
    /// <exception cref="DownloadException">The connection broke off, or nothing came.</exception>
    public Task<int> ReadAsync(Stream body, Memory<byte> buffer, long done) => WatchAsync(token => body.ReadAsync(buffer, token).AsTask(), done);

    /// <summary>Closes the connection.</summary>
    public void Dispose()
    {
        _client.Dispose();
        _stall.Dispose();
    }

    private async Task<T> WatchAsync<T>(Func<CancellationToken, Task<T>> step, long? done)
    {
        try
        {
            _stall.CancelAfter(_request.Stall);
            var result = await step(_stall.Token).ConfigureAwait(false);
            _stall.CancelAfter(Timeout.InfiniteTimeSpan);
            return result;
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !_cancellation.IsCancellationRequested))
        {
            throw DownloadFailure.Of(_request, e, done);
        }
    }

    private static bool IsSameServer(Uri one, Uri other) => Uri.Compare(one, other, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0;

    private static bool IsRedirect(HttpStatusCode status) => status
        is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;
}
