using MathSymbols.Notebooks.Format;

namespace MathSymbols.Notebooks.Scripting;

/// <summary><c>#!import</c>: runs the C# cells of another notebook, or a .cs file, in place.</summary>
internal static class Import
{
    private const int Deepest = 32;

    internal static async Task RunAsync(NotebookKernel kernel, Segment segment, CellSource source)
    {
        // Relative to the main notebook's folder, in nested imports too.
        var path = Path.GetFullPath(segment.Argument, kernel.Folder);
        if (segment.Argument.Length == 0 || !File.Exists(path))
        {
            throw MagicCommands.Failure($"{source.Label}, line {segment.Line}: the file to import, {segment.Argument}, does not exist in {kernel.Folder}.", segment, source);
        }
        if (kernel.ImportDepth >= Deepest)
        {
            throw MagicCommands.Failure($"{source.Label}, line {segment.Line}: the import of {segment.Argument} goes round in circles.", segment, source);
        }
        kernel.ImportDepth++;
        foreach (var (language, cell) in Sources(path, segment, source)) await kernel.RunSourceAsync(language, cell);
        kernel.ImportDepth--;
    }

    private static IEnumerable<(string Language, CellSource Source)> Sources(string path, Segment segment, CellSource source)
    {
        var name = Path.GetFileName(path);
        if (!name.EndsWith(".dib", StringComparison.OrdinalIgnoreCase)) return [(Cell.CSharp, new CellSource(name, null, File.ReadAllText(path).ReplaceLineEndings("\n"), true))];
        try
        {
            return [.. Notebook.Load(path).Cells.Select((c, i) => (c.Language, new CellSource(name, i + 1, c.Source, true)))];
        }
        catch (NotebookFormatException e)
        {
            throw MagicCommands.Failure($"{source.Label}, line {segment.Line}: {e.Message}", segment, source);
        }
    }
}
