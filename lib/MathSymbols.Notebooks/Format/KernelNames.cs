namespace MathSymbols.Notebooks.Format;

/// <summary>The names that start a cell when they stand alone on a line after <c>#!</c>.</summary>
internal static class KernelNames
{
    private static readonly Dictionary<string, string> Aliases = new(StringComparer.Ordinal)
    {
        ["c#"] = Cell.CSharp, ["f#"] = "fsharp", ["powershell"] = "pwsh", ["js"] = "javascript", ["md"] = Cell.Markdown,
    };

    internal static HashSet<string> WellKnown() => new(StringComparer.Ordinal)
    {
        Cell.CSharp, "fsharp", "pwsh", Cell.Html, Cell.Markdown, Cell.Mermaid, "javascript", Cell.Value, "http",
    };

    /// <summary>The kernel that a second name stands for; any other name is its own.</summary>
    internal static string Resolve(string name) => Aliases.GetValueOrDefault(name, name);
}
