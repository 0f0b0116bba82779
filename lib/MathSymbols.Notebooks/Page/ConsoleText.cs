using System.Text.RegularExpressions;

namespace MathSymbols.Notebooks.Page;

/// <summary>What a terminal would show of printed text: no colour codes, and a line rewritten with \r only as it ended.</summary>
internal static partial class ConsoleText
{
    internal static string Clean(string text)
    {
        var lines = Escapes().Replace(text, string.Empty).Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n');
        return string.Join('\n', lines.Select(l => l.TrimEnd('\r')).Select(l => l[(l.LastIndexOf('\r') + 1)..])).TrimEnd('\n');
    }

    [GeneratedRegex(@"\x1B\[[0-9;?]*[A-Za-z]")]
    private static partial Regex Escapes();
}
