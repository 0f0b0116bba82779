namespace MathSymbols.Notebooks.Commands;

/// <summary>What <c>export</c> was asked to do.</summary>
/// <param name="Notebooks">Paths of .ipynb files.</param>
/// <param name="Out">The folder for the page.</param>
/// <param name="Title">The page's title.</param>
/// <param name="Facts">What its header tells.</param>
/// <param name="Scripts">Files of scripts that outputs may need, by key.</param>
internal sealed record ExportOptions(
    IReadOnlyList<string> Notebooks,
    string Out,
    string? Title,
    IReadOnlyList<KeyValuePair<string, string>> Facts,
    IReadOnlyList<KeyValuePair<string, string>> Scripts);
