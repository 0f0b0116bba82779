using MathSymbols.Notebooks.Format;

namespace MathSymbols.Notebooks.Tests.Parity;

/// <summary>What the engine answered to each notebook, kept beside it so that the comparison needs no engine.</summary>
internal static class EngineAnswers
{
    /// <summary>Names a folder that the engine's present answers are written to, where they have changed on purpose.</summary>
    internal const string RecordTo = "RECORD_ENGINE_ANSWERS";

    private const string Mark = "=== line ";

    internal static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Parity", "Notebooks");

    internal static IReadOnlyList<string> Notebooks { get; } = ["usings", "csharp", "console", "display", "magic", "values", "imports"];

    internal static string Notebook(string name) => Path.Combine(Folder, name + ".dib");

    internal static IReadOnlyList<string> Read(string name) =>
        [.. File.ReadAllText(Path.Combine(Folder, name + ".answers")).ReplaceLineEndings("\n").Split(Mark).Skip(1).Select(a => a[(a.IndexOf('\n', StringComparison.Ordinal) + 1)..^1])];

    internal static void Write(string folder, string name, IEnumerable<(Cell Cell, string Answer)> answers) =>
        File.WriteAllText(Path.Combine(folder, name + ".answers"), string.Concat(answers.Select(a => $"{Mark}{a.Cell.Line}\n{a.Answer}\n")));
}
