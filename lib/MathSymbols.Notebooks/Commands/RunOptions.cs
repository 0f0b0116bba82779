using MathSymbols.Notebooks.Running;

namespace MathSymbols.Notebooks.Commands;

/// <summary>What <c>run</c> was asked to do.</summary>
internal sealed record RunOptions(
    IReadOnlyList<string> Notebooks,
    string Out,
    string? Title,
    IReadOnlyList<KeyValuePair<string, string>> Facts,
    IReadOnlyList<string> Formats,
    RunLimits Limits,
    bool Watch);
