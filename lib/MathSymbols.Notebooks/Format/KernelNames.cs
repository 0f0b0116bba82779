namespace MathSymbols.Notebooks.Format;

/// <summary>The names that start a cell when they stand alone on a line after <c>#!</c>.</summary>
internal static class KernelNames
{
    internal static HashSet<string> WellKnown() => new(StringComparer.Ordinal)
    {
        "csharp", "fsharp", "pwsh", "html", "markdown", "mermaid", "javascript", "value", "http", "sql", "kql",
    };
}
