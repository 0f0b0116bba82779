namespace MathSymbols.Notebooks.Format;

/// <summary>A cell's text as a .dib file holds it: without blank lines at its edges.</summary>
internal static class CellText
{
    /// <summary>The lines between two others that are not blank at the edges.</summary>
    internal static (int From, int To) Edges(string[] lines, int from, int to)
    {
        while (from < to && string.IsNullOrWhiteSpace(lines[from])) from++;
        while (to > from && string.IsNullOrWhiteSpace(lines[to - 1])) to--;
        return (from, to);
    }

    /// <summary>A text without its line ends' \r.</summary>
    internal static string[] Lines(string text)
    {
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++) lines[i] = lines[i].TrimEnd('\r');
        return lines;
    }

    /// <summary>What is read back of a text that was written.</summary>
    internal static string Kept(string text)
    {
        var lines = Lines(text);
        var (from, to) = Edges(lines, 0, lines.Length);
        return string.Join('\n', lines[from..to]);
    }
}
