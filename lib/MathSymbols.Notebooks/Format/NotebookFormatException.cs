namespace MathSymbols.Notebooks.Format;

/// <summary>A file that is not a notebook; the message is one sentence for the person who wrote it.</summary>
internal sealed class NotebookFormatException(string message, int line) : Exception(message)
{
    internal int Line { get; } = line;
}
