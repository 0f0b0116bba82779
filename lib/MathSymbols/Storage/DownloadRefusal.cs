using System.Net;

namespace MathSymbols.Storage;

/// <summary>Puts a server's refusal into words.</summary>
internal static class DownloadRefusal
{
    // A longer rest is the person's to wait for.
    private static readonly TimeSpan MostRest = TimeSpan.FromMinutes(2);

    // Nobody waits for a longer one, and no calendar need hold its end.
    private static readonly TimeSpan MostTold = TimeSpan.FromDays(7);

    /// <summary>Why an answer is none: passing, where the server is only busy.</summary>
    public static DownloadException Of(DownloadRequest request, HttpResponseMessage response)
    {
        // Not the server's own words, which may be anything.
        using var named = new HttpResponseMessage(response.StatusCode);
        var words = $"the server answers {(int)response.StatusCode}{(string.IsNullOrEmpty(named.ReasonPhrase) ? "" : $" ({named.ReasonPhrase})")}";
        switch (response.StatusCode)
        {
            case HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or HttpStatusCode.InternalServerError
                or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout:
                var rest = Rest(request, response);
                if (rest <= MostRest) return request.Passing(new(words) { Rest = rest });
                if (rest > MostTold) return request.Problem($"{words} and asks to be left alone for more than a week; the file must come from elsewhere");
                var until = request.Clock.GetLocalNow() + rest;
                return request.Problem(FormattableString.Invariant($"{words} and asks to be left alone for {DownloadProgress.Words(rest)}; try again after {until:yyyy-MM-dd HH:mm}"));
            case HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.Gone when request.Refused is { } hint:
                return request.Problem($"{words}; {hint}");
            case HttpStatusCode.NotFound or HttpStatusCode.Gone:
                return request.Problem($"{words}; the file is not there any more, so it must come from elsewhere");
            case HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden:
                return request.Problem($"{words}; it is not given to everybody, or not from this network");
            default:
                return request.Problem(words);
        }
    }

    private static TimeSpan Rest(DownloadRequest request, HttpResponseMessage response)
    {
        var asked = response.Headers.RetryAfter;
        var rest = asked?.Delta ?? asked?.Date - request.Clock.GetUtcNow() ?? TimeSpan.Zero;
        return rest > TimeSpan.Zero ? rest : TimeSpan.Zero;
    }
}
