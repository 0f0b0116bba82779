namespace MathSymbols.Notebooks.Format;

/// <summary>Cuts the text of a .dib file into cells.</summary>
internal static class NotebookParser
{
    private const string Meta = "#!meta";

    internal static Notebook Parse(string text)
    {
        var lines = CellText.Lines(text.TrimStart('\uFEFF'));
        var markers = new CellMarkers();
        var start = 0;
        while (start < lines.Length && string.IsNullOrWhiteSpace(lines[start])) start++;
        var header = NotebookHeader.None;
        if (start < lines.Length && lines[start] == Meta)
        {
            header = ReadHeader(lines, ref start, markers);
        }

        var cells = new List<Cell>();
        var language = header.DefaultLanguage;
        var from = start;
        for (var i = start; i <= lines.Length; i++)
        {
            var marker = i < lines.Length ? markers.Kernel(lines[i]) : null;
            if (i < lines.Length && marker is null) continue;
            AddCell(cells, language, lines, from, i);
            language = marker ?? language;
            from = i + 1;
        }
        return new Notebook(header.DefaultLanguage, cells) { Kernels = header.Kernels, Origin = header.Origin };
    }

    private static NotebookHeader ReadHeader(string[] lines, ref int start, CellMarkers markers)
    {
        var from = start + 1;
        var end = from;
        // A header's own names are known only once it has been read; JSON has no line that starts with #!.
        while (end < lines.Length && !CellMarkers.MayBe(lines[end])) end++;
        var line = Math.Min(from + 1, lines.Length);
        var header = NotebookHeader.Parse(string.Join('\n', lines[from..end]), line);
        if (header.Names.Append(header.DefaultLanguage).Any(n => n.Any(char.IsControl)))
        {
            throw new NotebookFormatException("the header below #!meta names a kernel with a line break or another control character in its name", line);
        }
        markers.Add(header);
        start = end;
        return header;
    }

    private static void AddCell(List<Cell> cells, string language, string[] lines, int from, int to)
    {
        (from, to) = CellText.Edges(lines, from, to);
        if (from < to) cells.Add(new Cell(language, string.Join('\n', lines[from..to]), from + 1));
    }
}
