using MathSymbols.Storage;

namespace MathSymbols.Cli.Progress;

/// <summary>Shows a download: how much of how much, how fast, and why it waits.</summary>
/// <param name="lines">Where it is shown.</param>
internal sealed class DownloadLines(IProgressLines lines)
{
    private bool _told;

    public void Show(DownloadProgress progress)
    {
        if (progress.Note is { } note) lines.Line(note);
        else if (!_told && progress.Done > 0 && progress.Done < progress.Total) lines.Line($"Going on after {DiskSpace.Size(progress.Done)} of an earlier try.");
        _told = true;
        lines.State($"{progress}", progress.Total is > 0 ? (double)progress.Done / progress.Total.Value : 0);
    }
}
