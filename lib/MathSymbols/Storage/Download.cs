namespace MathSymbols.Storage;

/// <summary>
/// Downloads one file over https. It grows under another name beside the target and is renamed when it is whole and as expected;
/// a try that was interrupted is gone on with, provided the server says that the file is still the same.
/// </summary>
public static class Download
{
    /// <summary>What the names of the locks of downloads end with.</summary>
    internal const string LockSuffix = ".lock";

    /// <summary>Downloads a file. When several processes want the same one, the first does it and the others wait.</summary>
    /// <param name="request">What, where to, and what is expected of it.</param>
    /// <param name="progress">Told how far it is, and when it waits before another try; on whatever thread is at work.</param>
    /// <param name="cancellation">Ends it; what has come stays for the next try.</param>
    /// <exception cref="DownloadException">The server cannot be reached, refuses, breaks off again and again, or sends something else than expected.</exception>
    /// <exception cref="DiskSpaceException">There is too little room.</exception>
    /// <exception cref="IOException">The target's folder cannot be written to.</exception>
    /// <exception cref="UnauthorizedAccessException">The target's folder cannot be written to.</exception>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public static void Run(DownloadRequest request, Action<DownloadProgress>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var wasThere = File.Exists(request.Target);
        using var held = Hold(request.Target, progress, cancellation);
        if (wasThere || !File.Exists(request.Target)) RunHeld(request, progress, cancellation);
    }

    /// <summary>Holds a file that is downloaded against other processes; that it waits for one is told as a note.</summary>
    internal static FileLock Hold(string target, Action<DownloadProgress>? progress, CancellationToken cancellation) =>
        FileLock.Acquire(target + LockSuffix, cancellation, () => progress?.Invoke(new(0, Total: null) { Note = "Another process is at the same download; waiting for it." }));

    /// <summary>As <see cref="Run"/>, for whoever holds the target.</summary>
    internal static void RunHeld(DownloadRequest request, Action<DownloadProgress>? progress, CancellationToken cancellation)
    {
        using var part = new PartialFile(request.Target);
        try
        {
            progress?.Invoke(new(part.Kept, Total: null) { Kept = part.Kept });
            new DownloadRetries(request, part, progress, cancellation).RunAsync().GetAwaiter().GetResult();
            Check(request, part, cancellation);
            part.Finish();
        }
        catch (IOException e) when (FullDisk.Caused(e))
        {
            throw FullDisk.While(request.Target, e, part.Kept > 0 ? "what has come so far stays" : "nothing is left behind");
        }
    }

    private static void Check(DownloadRequest request, PartialFile part, CancellationToken cancellation)
    {
        if (request.Length is { } length && part.Length != length) throw request.Discard(part, $"what came has {part.Length} bytes instead of {length}");
        if (request.Md5 is null) return;
        var md5 = part.Md5(cancellation);
        if (!md5.Equals(request.Md5, StringComparison.OrdinalIgnoreCase)) throw request.Discard(part, $"what came is damaged or another file (its MD5 is {md5}, not {request.Md5}); another try starts anew");
    }
}
