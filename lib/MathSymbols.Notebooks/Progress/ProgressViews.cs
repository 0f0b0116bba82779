using MathSymbols.Notebooks.Running;

namespace MathSymbols.Notebooks.Progress;

/// <summary>Chooses how to show progress.</summary>
internal static class ProgressViews
{
    internal static IProgressView ForTerminal(IReadOnlyList<NotebookRun> runs) => new PlainProgress(Console.Out);
}
