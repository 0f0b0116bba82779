using System.Diagnostics;

namespace MathSymbols.Cli.Progress;

/// <summary>Plain lines, for files and pipes: the changing state is written about once a minute.</summary>
internal sealed class PlainLines(TextWriter output) : IProgressLines
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly Stopwatch _sinceState = Stopwatch.StartNew();

    public void Line(string text)
    {
        _sinceState.Restart();
        output.WriteLine(text);
        output.Flush();
    }

    public void State(string text, double share)
    {
        if (_sinceState.Elapsed >= Pause) Line("  " + text);
    }

    public void Dispose()
    {
    }
}
