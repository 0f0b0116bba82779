using System.Text.RegularExpressions;
using MathSymbols.Notebooks.Format;
using MathSymbols.Notebooks.Format.Ipynb;

namespace MathSymbols.Notebooks.Watching;

/// <summary>The files that a notebook's result depends on: itself, what it imports or loads, and the libraries it references.</summary>
internal static partial class NotebookSources
{
    private static readonly string[] Text = [".dib", ".cs", ".csx", ".ipynb"];

    /// <summary>Absolute paths; those of files that are not there belong to it too.</summary>
    internal static IReadOnlyCollection<string> Of(string notebook)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(notebook))!;
        var found = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>([Path.GetFullPath(notebook)]);
        while (open.TryDequeue(out var path))
        {
            if (!found.Add(path) || !Text.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase)) continue;
            foreach (var name in Names(path))
            {
                var source = Path.GetFullPath(name, folder);
                open.Enqueue(source);

                // A library's own dependencies lie beside it.
                if (source.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) && File.Exists(source)) found.UnionWith(Libraries(Path.GetDirectoryName(source)!));
            }
        }
        return found;
    }

    private static IEnumerable<string> Names(string path)
    {
        try
        {
            return [.. Reference().Matches(Code(path)).Select(m => m.Groups["name"].Value).Where(IsFile)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    // The file of an .ipynb notebook holds its lines as JSON; a broken one counts for itself alone.
    private static string Code(string path)
    {
        try
        {
            return IpynbFile.Is(path) ? string.Join('\n', Notebook.Load(path).Cells.Select(c => c.Source)) : File.ReadAllText(path);
        }
        catch (NotebookFormatException)
        {
            return string.Empty;
        }
    }

    private static bool IsFile(string name) => !name.StartsWith("nuget:", StringComparison.OrdinalIgnoreCase) && !name.Contains('\0', StringComparison.Ordinal);

    private static string[] Libraries(string folder)
    {
        try
        {
            return Directory.GetFiles(folder, "*.dll", SearchOption.AllDirectories);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    [GeneratedRegex("""^[ \t]*#(?:!import|load|r)[ \t]+(?:"(?<name>[^"\r\n]+)"|(?<name>[^"\s][^"\r\n]*?))[ \t]*\r?$""", RegexOptions.Multiline)]
    private static partial Regex Reference();
}
