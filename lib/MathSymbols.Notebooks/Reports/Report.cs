using MathSymbols.Notebooks.Running;

namespace MathSymbols.Notebooks.Reports;

/// <summary>A whole run, ready to be written.</summary>
internal sealed record Report(
    string Title,
    DateTimeOffset Created,
    IReadOnlyList<KeyValuePair<string, string>> Facts,
    IReadOnlyList<NotebookRun> Notebooks)
{
    internal bool Succeeded => Notebooks.All(n => n.Status == NotebookStatus.Ok);

    internal double Seconds => Notebooks.Sum(n => n.Seconds);
}
