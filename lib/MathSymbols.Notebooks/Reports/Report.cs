using MathSymbols.Notebooks.Running;

namespace MathSymbols.Notebooks.Reports;

/// <summary>A whole run, ready to be written.</summary>
internal sealed record Report(
    string Title,
    DateTimeOffset Created,
    IReadOnlyList<KeyValuePair<string, string>> Facts,
    IReadOnlyList<NotebookRun> Notebooks)
{
    /// <summary>Scripts by key, for outputs that need one and carry it nowhere.</summary>
    internal IReadOnlyDictionary<string, string> Scripts { get; init; } = new Dictionary<string, string>();

    /// <summary>The title asked for; otherwise the only notebook's own.</summary>
    internal static string TitleOf(string? given, IReadOnlyList<NotebookRun> runs) => given ?? (runs is [var only] ? only.Title : "Report");

    internal bool Succeeded => Notebooks.All(n => n.Status == NotebookStatus.Ok);

    internal double Seconds => Notebooks.Sum(n => n.Seconds);
}
