using MathSymbols.Notebooks.Format;

namespace MathSymbols.Notebooks.Scripting;

/// <summary>Cuts a cell at its magic commands, which start a line: what follows one that names a kernel is of that kernel's language.</summary>
internal static class CellSegments
{
    /// <summary>Kernels that have further names inside a cell, which start no cell.</summary>
    private static readonly Dictionary<string, string> InnerAliases = new(StringComparer.Ordinal) { ["C#"] = Cell.CSharp, ["F#"] = "fsharp" };

    private static readonly HashSet<string> Kernels = KernelNames.WellKnown();

    internal static IReadOnlyList<Segment> Split(string language, string text)
    {
        var segments = new List<Segment>();
        var lines = text.Split('\n');
        var from = 0;
        for (var i = 0; i <= lines.Length; i++)
        {
            var command = i < lines.Length ? Command(lines[i], language) : null;
            if (i < lines.Length && command is null) continue;
            Add(segments, lines, from, i, language);
            if (command is null) break;
            segments.Add(new Segment(i + 1, lines[i].TrimEnd(), language, command));
            language = Kernel(command) ?? language;
            from = i + 1;
        }
        return segments;
    }

    /// <summary>The kernel that a command switches to; null for other commands.</summary>
    internal static string? Kernel(string command)
    {
        if (!command.StartsWith("#!", StringComparison.Ordinal)) return null;
        var name = InnerAliases.GetValueOrDefault(command[2..], KernelNames.Resolve(command[2..]));
        return Kernels.Contains(name) ? name : null;
    }

    private static void Add(List<Segment> segments, string[] lines, int from, int to, string language)
    {
        if (language != Cell.CSharp)
        {
            while (from < to && lines[from].Length == 0) from++;
            while (to > from && lines[to - 1].Length == 0) to--;
        }
        if (lines[from..to].All(string.IsNullOrWhiteSpace)) return;
        var text = string.Join('\n', lines[from..to]);
        if (segments is [.., { Command: "#!value" } value]) segments[^1] = value with { Body = text };
        else segments.Add(new Segment(from + 1, language == Cell.CSharp ? new string('\n', from) + text : text, language));
    }

    private static string? Command(string line, string language)
    {
        if (line.StartsWith("#!", StringComparison.Ordinal)) return line.Split((char[]?)null, 2)[0];
        return language == Cell.CSharp && (IsPackage(line, "#r") || IsPackage(line, "#i")) ? line[..2] : null;
    }

    // The compiler knows files; packages and their feeds are ours.
    private static bool IsPackage(string line, string directive) =>
        line.StartsWith(directive, StringComparison.Ordinal) && line[2..].TrimStart().StartsWith("\"nuget:", StringComparison.OrdinalIgnoreCase);
}
