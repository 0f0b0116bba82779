using System.Net;

namespace MathSymbols.Storage;

/// <summary>
/// Downloads one file over https. It grows under another name beside the target and is renamed when it is whole and as expected;
/// a try that was interrupted is gone on with, provided the server says that the file is still the same.
/// </summary>
public static class Download
{
    private const int BufferBytes = 1 << 17;

    /// <summary>Downloads a file. When several processes want the same one, the first does it and the others wait.</summary>
    /// <param name="request">What, where to, and what is expected of it.</param>
    /// <param name="progress">Told how far it is, on whatever thread is at work.</param>
    /// <param name="cancellation">Ends it; what has come stays for the next try.</param>
    /// <exception cref="DownloadException">The server cannot be reached, refuses, breaks off, or sends something else than expected.</exception>
    /// <exception cref="DiskSpaceException">There is too little room.</exception>
    /// <exception cref="IOException">The target's folder cannot be written to.</exception>
    /// <exception cref="UnauthorizedAccessException">The target's folder cannot be written to.</exception>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public static void Run(DownloadRequest request, Action<DownloadProgress>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var wasThere = File.Exists(request.Target);
        using var held = FileLock.Acquire(request.Target + ".lock", cancellation);
        if (!wasThere && File.Exists(request.Target)) return;
        using var part = new PartialFile(request.Target);
        FetchAsync(request, part, progress, cancellation).GetAwaiter().GetResult();
        Check(request, part, cancellation);
        part.Finish();
    }

    private static async Task FetchAsync(DownloadRequest request, PartialFile part, Action<DownloadProgress>? progress, CancellationToken cancellation)
    {
        using var connection = new DownloadConnection(request, cancellation);
        using var response = await connection.SendAsync(part.Length, part.Tag).ConfigureAwait(false);
        var total = Begin(request, part, response);
        if (total > request.MostBytes) throw request.Problem($"it has {total} bytes, more than the {request.MostBytes} allowed");
        if (total is not null && request.Length is not null && total != request.Length) throw request.Problem($"it has {total} bytes instead of {request.Length}");
        if (total is not null) DiskSpace.Require(new(Path.GetDirectoryName(Path.GetFullPath(request.Target))!), total.Value - part.Length, "The download");
        progress?.Invoke(new(part.Length, total));
        if (part.Length == total) return;
        var body = await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
        await using var _ = body.ConfigureAwait(false);
        var buffer = new byte[BufferBytes];
        while (await connection.ReadAsync(body, buffer).ConfigureAwait(false) is > 0 and var count)
        {
            if (part.Length + count > request.MostBytes) throw Discarded(request, part, $"it is larger than the {request.MostBytes} bytes allowed");
            await part.AppendAsync(buffer.AsMemory(0, count), cancellation).ConfigureAwait(false);
            progress?.Invoke(new(part.Length, total));
        }

        if (total is not null && part.Length != total) throw request.Problem($"the connection ended after {part.Length} of {total} bytes");
    }

    // Whether the answer goes on where the part ends, or starts again; and the whole file's length, if it is told.
    private static long? Begin(DownloadRequest request, PartialFile part, HttpResponseMessage response)
    {
        var range = response.Content.Headers.ContentRange;
        switch (response.StatusCode)
        {
            case HttpStatusCode.PartialContent when range?.From == part.Length:
                return range.Length;
            case HttpStatusCode.RequestedRangeNotSatisfiable when range?.Length == part.Length:
                return part.Length; // All of it was there.
            case HttpStatusCode.OK when response.Content.Headers.ContentEncoding.Count == 0:
                part.Restart(response.Headers.ETag);
                return response.Content.Headers.ContentLength;
            case HttpStatusCode.OK or HttpStatusCode.PartialContent or HttpStatusCode.RequestedRangeNotSatisfiable:
                throw Discarded(request, part, "the server sends something else than was asked for; another try starts anew");
            default:
                throw request.Problem($"the server answers {(int)response.StatusCode} ({response.ReasonPhrase})");
        }
    }

    private static void Check(DownloadRequest request, PartialFile part, CancellationToken cancellation)
    {
        if (request.Length is { } length && part.Length != length) throw Discarded(request, part, $"what came has {part.Length} bytes instead of {length}");
        if (request.Md5 is null) return;
        var md5 = part.Md5(cancellation);
        if (!md5.Equals(request.Md5, StringComparison.OrdinalIgnoreCase)) throw Discarded(request, part, $"what came is damaged or another file (its MD5 is {md5}, not {request.Md5})");
    }

    private static DownloadException Discarded(DownloadRequest request, PartialFile part, string problem)
    {
        part.Restart(tag: null);
        return request.Problem(problem);
    }
}
