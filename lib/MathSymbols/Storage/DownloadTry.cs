using System.Net;
using System.Net.Http.Headers;

namespace MathSymbols.Storage;

/// <summary>One try to fetch what is missing of a file.</summary>
/// <param name="request">What is fetched.</param>
/// <param name="part">Where it goes.</param>
/// <param name="tell">Told how far it is.</param>
/// <param name="cancellation">Ends it.</param>
internal sealed class DownloadTry(DownloadRequest request, PartialFile part, Action<DownloadProgress> tell, CancellationToken cancellation)
{
    private const int BufferBytes = 1 << 17;

    /// <summary>What the server said to an earlier try of this run; null when it said nothing.</summary>
    public DownloadAnswer? Earlier { get; init; }

    /// <summary>What it says to this one; null as long as it has said nothing.</summary>
    public DownloadAnswer? Answer { get; private set; }

    /// <summary>Fetches as much as the server sends at a time.</summary>
    /// <returns>True when it is whole; false when another try is to ask for what comes next.</returns>
    /// <exception cref="DownloadException">What the server said that it sends did not come.</exception>
    public async Task<bool> RunAsync()
    {
        using var connection = new DownloadConnection(request, cancellation);
        using var response = await connection.SendAsync(part.Kept, part.Tag).ConfigureAwait(false);
        Answer = Judge(response);
        var (total, end) = (Answer.Total, Answer.End);
        if (total > request.MostBytes) throw request.Problem($"it has {total} bytes, more than the {request.MostBytes} allowed");
        if (total is not null && request.Length is not null && total != request.Length) throw request.Problem($"it has {total} bytes instead of {request.Length}");

        // Only now: a wrong answer must not cost what has come already.
        if (response.StatusCode == HttpStatusCode.OK) part.Restart(response.Headers.ETag);
        if ((total ?? end) is { } most) DiskSpace.Require(new(Path.GetDirectoryName(Path.GetFullPath(request.Target))!), most - part.Length, "The download");
        var expected = total ?? request.Length;
        Tell(expected, bytesPerSecond: null);
        if (part.Length == total) return true;
        await CopyAsync(connection, response, expected).ConfigureAwait(false);
        if (part.Length > (end ?? total)) throw request.Discard(part, $"the server sends more than the {total ?? end} bytes it tells");
        if (part.Length < (end ?? expected)) throw request.Passing(DownloadFault.BrokenOff(part.Length) with { EndedAfter = part.Length });

        // The end of a piece is the end of the file only where the server says so.
        return response.StatusCode == HttpStatusCode.OK || part.Length == expected;
    }

    private void Tell(long? expected, double? bytesPerSecond) => tell(new(part.Length, expected) { Kept = part.Kept, BytesPerSecond = bytesPerSecond });

    private async Task CopyAsync(DownloadConnection connection, HttpResponseMessage response, long? expected)
    {
        var body = await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
        await using var _ = body.ConfigureAwait(false);
        var pace = new DownloadPace(request.Clock);
        var buffer = new byte[BufferBytes];
        while (await BeatAsync(connection.ReadAsync(body, buffer, part.Length), () => Beat(0)).ConfigureAwait(false) is > 0 and var count)
        {
            if (part.Length + count > request.MostBytes) throw request.Discard(part, $"it is larger than the {request.MostBytes} bytes allowed");
            await part.AppendAsync(buffer.AsMemory(0, count), cancellation).ConfigureAwait(false);
            Beat(count);
            if (pace.IsTooSlow) throw request.Passing(DownloadFault.TooSlow);
        }

        void Beat(int more)
        {
            pace.Add(more);
            Tell(expected, pace.BytesPerSecond);
        }
    }

    // While nothing comes, a person must not be shown how fast it once came.
    private async Task<int> BeatAsync(Task<int> read, Action beat)
    {
        while (true)
        {
            try
            {
                return await read.WaitAsync(request.Beat, CancellationToken.None).ConfigureAwait(false);
            }
            catch (TimeoutException)
            {
                beat();
            }
        }
    }

    // An answer is either the file from its begin or goes on where the part ends.
    private DownloadAnswer Judge(HttpResponseMessage response)
    {
        var headers = response.Content.Headers;
        var range = headers.ContentRange;
        switch (response.StatusCode)
        {
            case HttpStatusCode.PartialContent when part.Kept > 0 && GoesOn(range, headers.ContentLength) && IsSameFile(response.Headers.ETag):
                return new(range!.Length, range.To + 1);
            case HttpStatusCode.RequestedRangeNotSatisfiable when part.Kept > 0 && (range?.Length ?? Sought) == part.Kept:
                return new(part.Kept, part.Kept); // All of it was there.
            case HttpStatusCode.RequestedRangeNotSatisfiable when Earlier?.Total > part.Kept:
                throw request.Discard(part, $"the server promises {Earlier.Total} bytes, but has no more than {part.Kept}; the file must come from elsewhere");
            case HttpStatusCode.OK when headers.ContentEncoding.All(e => e == "identity"):
                return headers.ContentLength is null && headers.NonValidated.Contains("Content-Length") ? throw request.Problem("the server tells an impossible length") : new(headers.ContentLength, End: null);
            case HttpStatusCode.PartialContent or HttpStatusCode.RequestedRangeNotSatisfiable when part.Length > 0:
                part.Restart(tag: null);
                throw request.Passing(DownloadFault.Unfitting);
            case HttpStatusCode.OK or HttpStatusCode.PartialContent or HttpStatusCode.RequestedRangeNotSatisfiable:
                throw request.Discard(part, DownloadFault.Unfitting.Words);
            default:
                throw DownloadRefusal.Of(request, response);
        }
    }

    // Where the file ends if the server, which does not tell its length, has nothing after the last piece.
    private long? Sought => Earlier is { Total: null, End: { } end } ? end : null;

    private bool GoesOn(ContentRangeHeaderValue? range, long? length) =>
        range is { Unit: "bytes" } && range.From == part.Kept && range.To is not null && (length is null || length == range.To - range.From + 1);

    private bool IsSameFile(EntityTagHeaderValue? tag) => tag is null || tag.Tag == part.Tag?.Tag;
}
