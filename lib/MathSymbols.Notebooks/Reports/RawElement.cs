namespace MathSymbols.Notebooks.Reports;

/// <summary>A script or style element within a piece of HTML.</summary>
/// <param name="Tag">script or style.</param>
/// <param name="Attributes">Its attributes; names in lower case.</param>
/// <param name="Content">Its text.</param>
/// <param name="Start">Where the element starts in the HTML.</param>
/// <param name="End">Where it ends, closing tag included.</param>
internal sealed record RawElement(string Tag, IReadOnlyDictionary<string, string> Attributes, string Content, int Start, int End)
{
    internal string? Attribute(string name) => Attributes.GetValueOrDefault(name);
}
