namespace MathSymbols.Notebooks.Scripting;

/// <summary>Cuts a C# cell at its magic commands, and before an <c>#r</c> that follows code.</summary>
internal static class CellSegments
{
    internal static IReadOnlyList<Segment> Split(string code)
    {
        var segments = new List<Segment>();
        var lines = code.Split('\n');
        var from = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            var command = Command(lines[i]);
            if (command is null && !(IsDirective(lines[i]) && HasCode(lines, from, i))) continue;
            AddCode(segments, lines, from, i);
            if (command is not null) segments.Add(new Segment(i + 1, lines[i], command));
            from = command is null ? i : i + 1;
        }
        AddCode(segments, lines, from, lines.Length);
        return segments;
    }

    private static void AddCode(List<Segment> segments, string[] lines, int from, int to)
    {
        if (lines[from..to].All(string.IsNullOrWhiteSpace)) return;
        segments.Add(new Segment(from + 1, new string('\n', from) + string.Join('\n', lines[from..to]), null));
    }

    private static string? Command(string line)
    {
        var text = line.TrimStart();
        if (!text.StartsWith("#!", StringComparison.Ordinal)) return IsPackage(text) ? "#r" : null;
        return text.Split(' ', '\t')[0];
    }

    // The compiler knows files; packages are ours to restore.
    private static bool IsPackage(string text) =>
        text.StartsWith("#r", StringComparison.Ordinal) && text[2..].TrimStart().StartsWith("\"nuget:", StringComparison.OrdinalIgnoreCase);

    private static bool IsDirective(string line)
    {
        var text = line.TrimStart();
        return text.StartsWith("#r ", StringComparison.Ordinal) || text.StartsWith("#load ", StringComparison.Ordinal);
    }

    private static bool HasCode(string[] lines, int from, int to) =>
        lines[from..to].Any(l => !string.IsNullOrWhiteSpace(l) && !IsDirective(l) && !l.TrimStart().StartsWith("//", StringComparison.Ordinal));
}
