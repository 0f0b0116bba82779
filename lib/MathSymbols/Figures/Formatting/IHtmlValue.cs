namespace MathSymbols.Figures.Formatting;

/// <summary>A value that a notebook shows as an HTML fragment, and as its own text where there is no HTML.</summary>
internal interface IHtmlValue
{
    /// <summary>The fragment.</summary>
    string Html { get; }
}
