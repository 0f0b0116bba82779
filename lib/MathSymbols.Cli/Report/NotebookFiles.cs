using System.Text.RegularExpressions;
using MathSymbols.Runtime;

namespace MathSymbols.Cli.Report;

/// <summary>Finds the notebooks beside the solution.</summary>
internal static partial class NotebookFiles
{
    /// <summary>The numbered notebooks in order: all, or those whose names start with one of the given texts.</summary>
    /// <param name="wanted">Starts of names; none for all.</param>
    /// <exception cref="CommandException">There is no solution folder, or a text fits no notebook.</exception>
    public static IReadOnlyList<string> Find(IReadOnlyList<string> wanted)
    {
        var folder = SolutionFolder.Find()
            ?? throw new CommandException($"no MathSymbols.sln is above '{Environment.CurrentDirectory}', so the notebooks cannot be found: run the command inside the clone.");
        var all = Directory.GetFiles(Path.Combine(folder, "notebooks"), "*.dib").Where(f => Numbered().IsMatch(Path.GetFileName(f))).Order(StringComparer.Ordinal).ToList();
        foreach (var name in wanted.Where(w => !all.Any(f => Fits(f, w))))
            throw new CommandException($"no notebook's name starts with '{name}'; there are {string.Join(", ", all.Select(Path.GetFileNameWithoutExtension))}.");
        return wanted.Count == 0 ? all : [.. all.Where(f => wanted.Any(w => Fits(f, w)))];
    }

    private static bool Fits(string file, string start) => Path.GetFileName(file).StartsWith(start, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"^\d\d-")]
    private static partial Regex Numbered();
}
