using MathSymbols.Notebooks.Running;

namespace MathSymbols.Notebooks.Progress;

/// <summary>Shows a run in the terminal while it goes on.</summary>
internal interface IProgressView : IDisposable
{
    void Started(NotebookRun run);

    void Moved(NotebookRun run);

    /// <summary>The running cell has been asked to end.</summary>
    void Stopping(NotebookRun run);

    void Finished(NotebookRun run);
}
