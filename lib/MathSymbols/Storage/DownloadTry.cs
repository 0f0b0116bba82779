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

    /// <summary>Fetches it to its end.</summary>
    /// <exception cref="DownloadException">It could not be.</exception>
    public async Task RunAsync()
    {
        using var connection = new DownloadConnection(request, cancellation);
        using var response = await connection.SendAsync(part.Kept, part.Tag).ConfigureAwait(false);
        var total = Total(response);
        if (total > request.MostBytes) throw request.Problem($"it has {total} bytes, more than the {request.MostBytes} allowed");
        if (total is not null && request.Length is not null && total != request.Length) throw request.Problem($"it has {total} bytes instead of {request.Length}");

        // Only now: a wrong answer must not cost what has come already.
        if (response.StatusCode == HttpStatusCode.OK) part.Restart(response.Headers.ETag);
        if (total is not null) DiskSpace.Require(new(Path.GetDirectoryName(Path.GetFullPath(request.Target))!), total.Value - part.Length, "The download");
        var expected = total ?? request.Length;
        tell(new(part.Length, expected));
        if (part.Length == total) return;
        await CopyAsync(connection, response, expected).ConfigureAwait(false);
        if (part.Length > total) throw request.Discard(part, $"the server sends more than the {total} bytes it tells");
        if (part.Length < expected) throw request.Passing(DownloadFault.BrokenOff(part.Length));
    }

    private async Task CopyAsync(DownloadConnection connection, HttpResponseMessage response, long? expected)
    {
        var body = await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
        await using var _ = body.ConfigureAwait(false);
        var pace = new DownloadPace(request.Clock);
        var buffer = new byte[BufferBytes];
        while (await BeatAsync(connection.ReadAsync(body, buffer, part.Length), () => Tell(0)).ConfigureAwait(false) is > 0 and var count)
        {
            if (part.Length + count > request.MostBytes) throw request.Discard(part, $"it is larger than the {request.MostBytes} bytes allowed");
            await part.AppendAsync(buffer.AsMemory(0, count), cancellation).ConfigureAwait(false);
            Tell(count);
            if (pace.IsTooSlow) throw request.Passing(DownloadFault.TooSlow);
        }

        void Tell(int more)
        {
            pace.Add(more);
            tell(new(part.Length, expected) { BytesPerSecond = pace.BytesPerSecond });
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

    // The whole file's length, if it is told, by an answer that is either the file from its begin or goes on where the part ends.
    private long? Total(HttpResponseMessage response)
    {
        var headers = response.Content.Headers;
        var range = headers.ContentRange;
        switch (response.StatusCode)
        {
            case HttpStatusCode.PartialContent when part.Kept > 0 && GoesOn(range, headers.ContentLength) && IsSameFile(response.Headers.ETag):
                return range!.Length;
            case HttpStatusCode.RequestedRangeNotSatisfiable when part.Kept > 0 && range?.Length == part.Kept:
                return part.Kept; // All of it was there.
            case HttpStatusCode.OK when headers.ContentEncoding.All(e => e == "identity"):
                return headers.ContentLength is null && headers.NonValidated.Contains("Content-Length") ? throw request.Problem("the server tells an impossible length") : headers.ContentLength;
            case HttpStatusCode.PartialContent or HttpStatusCode.RequestedRangeNotSatisfiable when part.Length > 0:
                part.Restart(tag: null);
                throw request.Passing(DownloadFault.Unfitting);
            case HttpStatusCode.OK or HttpStatusCode.PartialContent or HttpStatusCode.RequestedRangeNotSatisfiable:
                throw request.Discard(part, DownloadFault.Unfitting.Words);
            default:
                throw DownloadRefusal.Of(request, response);
        }
    }

    private bool GoesOn(ContentRangeHeaderValue? range, long? length) =>
        range is { Unit: "bytes" } && range.From == part.Kept && (length is null || length == range.To - range.From + 1);

    private bool IsSameFile(EntityTagHeaderValue? tag) => tag is null || tag.Tag == part.Tag?.Tag;
}
