namespace MathSymbols.Notebooks.Format;

/// <summary>One cell of a notebook.</summary>
/// <param name="Language">The marker's name: csharp, markdown, html …</param>
/// <param name="Source">The text between the markers, without blank lines at its edges, lines ended by \n.</param>
/// <param name="Line">The line of the file, from 1, on which <paramref name="Source"/> starts; 0 where the file is no plain text.</param>
internal sealed record Cell(string Language, string Source, int Line)
{
    internal const string CSharp = "csharp";
    internal const string Markdown = "markdown";
    internal const string Html = "html";
    internal const string Mermaid = "mermaid";
    internal const string Value = "value";

    /// <summary>Text that is neither run nor rendered; only .ipynb files have such cells.</summary>
    internal const string Raw = "raw";
}
