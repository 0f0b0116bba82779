namespace MathSymbols.Notebooks.Scripting.Magic;

/// <summary>Cuts a command's line into arguments as the engine does: quotes stay, and JSON is one argument.</summary>
internal static class MagicArguments
{
    internal static IReadOnlyList<string> Split(string line)
    {
        var arguments = new List<string>();
        for (var i = 0; i < line.Length;)
        {
            if (char.IsWhiteSpace(line[i]))
            {
                i++;
                continue;
            }
            var end = End(line, i);
            arguments.Add(line[i..end]);
            i = end;
        }
        return arguments;
    }

    /// <summary>An argument without the quotes around it.</summary>
    internal static string Unquote(string argument) => argument is ['"', .. var inner, '"'] ? inner : argument;

    private static int End(string line, int start)
    {
        var (depth, quoted) = (0, false);
        var nests = line[start] is '{' or '[' or '"';
        for (var i = start; i < line.Length; i++)
        {
            var c = line[i];
            if (!nests)
            {
                if (char.IsWhiteSpace(c)) return i;
                continue;
            }
            if (quoted && c == '\\') i++;
            else if (c == '"') quoted = !quoted;
            else if (!quoted && c is '{' or '[') depth++;
            else if (!quoted && c is '}' or ']') depth--;
            if (!quoted && depth <= 0) return Math.Min(i + 1, line.Length);
        }
        return line.Length;
    }
}
