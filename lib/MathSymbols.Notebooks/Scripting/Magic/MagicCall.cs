namespace MathSymbols.Notebooks.Scripting.Magic;

/// <summary>The running cell, as its magic commands see it.</summary>
internal sealed class MagicCall(NotebookKernel kernel, CellSource source, CancellationToken cancellation)
{
    internal NotebookKernel Kernel { get; } = kernel;

    internal CellSource Source { get; } = source;

    internal CancellationToken Cancellation { get; } = cancellation;

    /// <summary>What is done once the cell has run to its end.</summary>
    internal List<Action> AtEnd { get; } = [];
}
