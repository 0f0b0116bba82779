namespace MathSymbols.Notebooks.Format;

/// <summary>The names that start a cell when they stand alone on a line after <c>#!</c>.</summary>
internal static class KernelNames
{
    private static readonly string[] _wellKnown =
        ["csharp", "fsharp", "pwsh", "html", "markdown", "mermaid", "javascript", "value", "http", "sql", "kql"];

    internal static HashSet<string> WellKnown() => new(_wellKnown, StringComparer.Ordinal);
}
