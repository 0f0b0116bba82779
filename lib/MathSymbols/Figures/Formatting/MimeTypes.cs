namespace MathSymbols.Figures.Formatting;

/// <summary>The forms in which values reach a notebook.</summary>
internal static class MimeTypes
{
    public const string Html = "text/html";
    public const string Png = "image/png";
    public const string Text = "text/plain";
}
