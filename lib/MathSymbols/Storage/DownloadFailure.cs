using System.Security.Authentication;

namespace MathSymbols.Storage;

/// <summary>Puts into words why a connection did not come about or did not last.</summary>
internal static class DownloadFailure
{
    private const string Reach = "look whether this machine has a network, or needs a proxy (HTTPS_PROXY)";

    /// <summary>The failure as a person reads it.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="thrown">What was thrown; a cancellation means that nothing came for too long.</param>
    /// <param name="done">Bytes that are there; null when the answer had not begun.</param>
    public static DownloadException Of(DownloadRequest request, Exception thrown, long? done)
    {
        var error = thrown switch
        {
            OperationCanceledException { InnerException: TimeoutException } => HttpRequestError.ConnectionError,
            OperationCanceledException => (HttpRequestError?)null,
            HttpRequestException e => e.HttpRequestError,
            HttpIOException e => e.HttpRequestError,
            _ => HttpRequestError.ResponseEnded,
        };
        return error switch
        {
            null => request.Passing(DownloadFault.Stalled(done), thrown),
            HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError =>
                request.Passing(new($"the server cannot be reached ({(thrown is OperationCanceledException ? "it does not answer" : thrown.Message.TrimEnd('.'))})", Reach) { Unreached = true }, thrown),
            HttpRequestError.SecureConnectionError when thrown.InnerException is AuthenticationException why =>
                request.Problem($"no secure connection comes about ({why.Message.TrimEnd('.')}); look whether this machine's clock and certificates are right", thrown),
            HttpRequestError.ProxyTunnelError => request.Problem("the proxy does not let it through; look at HTTPS_PROXY", thrown),
            HttpRequestError.InvalidResponse when done is null => request.Problem("what the server sends is not HTTP; try again later, or from another network", thrown),
            HttpRequestError.ConfigurationLimitExceeded => request.Problem("the server's answer has headers without end; try again later, or from another network", thrown),
            HttpRequestError.ResponseEnded when thrown is HttpIOException => request.Passing(DownloadFault.BrokenOff(done) with { EndedAfter = done }, thrown),
            _ => request.Passing(DownloadFault.BrokenOff(done), thrown),
        };
    }
}
