namespace MathSymbols.Notebooks.Tests.Parity;

/// <summary>
/// Where the runner is meant to differ from the engine, and why: everything else is to be the same.
/// Not compared: what #!about and #!lsmagic say of each program, diagrams (the engine's need a script from the network), packages
/// (a restore takes the engine seconds), wordings of errors, durations, stack traces, and which output an update belongs to (the engine's last build
/// sends it under an identity that no output has; here it replaces what was shown).
/// </summary>
internal static class IntendedDifferences
{
    private static readonly Dictionary<(string Notebook, string Line), string> Reasons = new()
    {
        [("usings", "typeof(Microsoft.CodeAnalysis.Compilation).Name")] = "The runner's own parts are not in scope: a notebook that needs the compiler refers to it.",
        [("display", "CSS(\"b{color:red}\")")] = "The rules come as a style element, which needs no script.",
        [("magic", "  #!time")] = "The compiler here is newer and has a code of its own for this.",
        [("magic", "#!set --name x --value 5")] = "A command that the cell's language does not know is refused before the cell runs, not in its middle.",
        [("magic", "let fsharp = 1 in fsharp")] = "Only C# is run.",
        [("values", "#!share --from value nosuch")] = "The engine prints the error and lets the cell succeed; here it fails.",
        [("imports", "#!import files/thrower.cs")] = "The engine swallows the exception; here the cell fails and says so.",
        [("imports", "#!import files/broken.cs")] = "The engine shows the error and goes on; here the cell fails.",
    };

    internal static IEnumerable<(string Notebook, string Line)> Places => Reasons.Keys;

    /// <summary>The reason for a cell, known by one of its lines; null for one that has to be the same.</summary>
    internal static string? Reason(string notebook, string source) =>
        source.Split('\n').Select(l => Reasons.GetValueOrDefault((notebook, l))).FirstOrDefault(r => r is not null);
}
