using System.Text.Json.Nodes;
using MathSymbols.Notebooks.Format;
using MathSymbols.Notebooks.Format.Ipynb;

namespace MathSymbols.Notebooks.Commands;

/// <summary>What does not survive when an .ipynb notebook becomes a .dib file: found by converting back.</summary>
internal static class ConversionLosses
{
    internal static IEnumerable<string> Of(IpynbNotebook saved)
    {
        if (saved.Cells.Any(c => c.Outputs.Count > 0)) yield return "Its outputs are not kept: a .dib file holds none.";
        if (saved.Notebook.Origin is { IsWhole: false }) yield return "Some of its metadata are not kept: they are nested too deep for a .dib file's header, name something twice, or are no valid Unicode.";
        var back = IpynbFile.Parse(IpynbWriter.Write(IpynbNotebook.Of(NotebookParser.Parse(NotebookWriter.Write(saved.Notebook))))).Notebook;
        var (was, now) = (Texts(saved.Notebook), Texts(back));
        if (was.SequenceEqual(now) && JsonNode.DeepEquals(saved.Notebook.Origin?.Write(), back.Origin?.Write())) yield break;
        var same = was.Zip(now).TakeWhile(p => p.First == p.Second).Count();
        yield return same < was.Count
            ? $"Converted back it will not be the same from cell {same + 1} on: a line of that cell starts a new cell in a .dib file."
            : "Converted back it will not have all the metadata that it has now.";
    }

    private static List<(string Language, string Source)> Texts(Notebook notebook) =>
        [.. notebook.Cells.Select(c => (c.Language, CellText.Kept(c.Source))).Where(c => c.Item2.Length > 0)];
}
