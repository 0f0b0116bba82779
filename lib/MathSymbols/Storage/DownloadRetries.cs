namespace MathSymbols.Storage;

/// <summary>Tries again what may be made good by it: at once, soon, or when the server wants, until it is there or nothing more comes.</summary>
/// <param name="request">What is fetched.</param>
/// <param name="part">Where it goes.</param>
/// <param name="progress">Told how far it is, and what is waited for.</param>
/// <param name="cancellation">Ends the tries and the pauses between them.</param>
internal sealed class DownloadRetries(DownloadRequest request, PartialFile part, Action<DownloadProgress>? progress, CancellationToken cancellation)
{
    /// <summary>Tries in a row that may bring nothing. What counts is what the next try can go on from.</summary>
    public const int MostFruitless = 5;

    /// <summary>Tries in a row that the server ends at one byte: it has no more, whatever it promises.</summary>
    public const int MostAlike = 3;

    /// <summary>Tries in all: a server that gives a byte at a time is not asked for ever.</summary>
    public const int MostTries = 200;

    private DownloadProgress? _last;

    /// <summary>Fetches it to its end.</summary>
    /// <exception cref="DownloadException">It could not be.</exception>
    public async Task RunAsync()
    {
        var (best, fruitless, alike) = (part.Kept, 0, 0);
        var (answer, ended) = (default(DownloadAnswer), default(long?));
        for (var tries = 1; ; tries++)
        {
            var attempt = new DownloadTry(request, part, Tell, cancellation) { Earlier = answer };
            try
            {
                if (await attempt.RunAsync().ConfigureAwait(false)) return;
                if (tries == MostTries) throw request.Problem($"the server sends pieces so small that {tries} of them are not all of it; another try goes on from there");
                (best, fruitless, alike) = (part.Kept, 0, 0);
            }
            catch (DownloadException e) when (e.Passing is { } fault && !(fault.Unreached && tries == 1))
            {
                fruitless = part.Kept > best && !fault.BringsNothing ? 0 : fruitless + 1;
                best = Math.Max(best, part.Kept);
                alike = fault.EndedAfter is null or 0 ? 0 : fault.EndedAfter == ended ? alike + 1 : 1;
                ended = fault.EndedAfter;
                if (alike == MostAlike) throw request.Problem($"the server ends after {ended} bytes each time{(_last?.Total is { } total ? $", though {total} are expected" : "")}; it may have no more, and then the file must come from elsewhere", e);
                if (fruitless == MostFruitless || tries == MostTries) throw GivenUp(fault, tries, e);
                await WaitAsync(fault, fruitless).ConfigureAwait(false);
            }

            answer = attempt.Answer ?? answer;
        }
    }

    // 1 s after a try that brought something, then 1, 2, 4 and 8 s.
    private async Task WaitAsync(DownloadFault fault, int fruitless)
    {
        var pause = TimeSpan.FromSeconds(1 << Math.Max(0, fruitless - 1));
        if (fault.Rest > pause) pause = fault.Rest;
        var next = part.Kept > 0 ? "going on" : "trying again";
        var note = FormattableString.Invariant($"{char.ToUpperInvariant(fault.Words[0])}{fault.Words[1..]}; {next} in {Math.Ceiling(pause.TotalSeconds)} s.");
        Tell((_last ?? new(part.Kept, request.Length)) with { Kept = part.Kept, BytesPerSecond = null, Note = note });
        await Task.Delay(pause, request.Clock, cancellation).ConfigureAwait(false);
    }

    private DownloadException GivenUp(DownloadFault fault, int tries, DownloadException last) =>
        request.Problem($"{fault.Words}, and {tries} tries did not help; {(part.Kept > 0 ? "another goes on from there, later" : fault.Advice)}", last);

    private void Tell(DownloadProgress told)
    {
        _last = told with { Note = null };
        progress?.Invoke(told);
    }
}
