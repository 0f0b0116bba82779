using MathSymbols.Storage;

namespace MathSymbols.Cli.Progress;

/// <summary>Shows a download: when it begins, how much of how much, how fast, and why it waits.</summary>
/// <param name="lines">Where it is shown.</param>
/// <param name="name">What is downloaded, for a command that is about that; null elsewhere.</param>
internal sealed class DownloadLines(IProgressLines lines, string? name = null)
{
    private DownloadProgress? _last;

    public void Show(DownloadProgress progress)
    {
        if (progress.Note is { } note) lines.Line(note);
        else Begin(progress);
        lines.State($"{progress}", progress.Total is > 0 ? (double)progress.Done / progress.Total.Value : 0);
    }

    /// <summary>How the command ends that was stopped; the default where there is nothing to go on with.</summary>
    public OperationCanceledException Stopped(OperationCanceledException stop) =>
        _last?.Kept > 0 ? new StoppedException($"the {DiskSpace.Size(_last.Kept)} that have come stay, and the same command goes on from there.", stop) : stop;

    private void Begin(DownloadProgress progress)
    {
        if (_last is null && name is not null) lines.Line($"Downloading {name}");

        // Only the answer shows whether the server allows it.
        if (_last?.Total is null && progress.Done > 0 && progress.Done < progress.Total) lines.Line($"Going on after {DiskSpace.Size(progress.Done)} of an earlier try.");
        _last = progress;
    }
}
