using MathSymbols.Figures.Formatting;

namespace MathSymbols.Figures;

/// <summary>How the notebook engine writes a <see cref="Figure"/>.</summary>
internal sealed class FigureFormatters : TypeFormatterSource<Figure>
{
    /// <inheritdoc/>
    protected override IEnumerable<TypeFormatter<Figure>> Formatters =>
    [
        new(MimeTypes.Html, figure => figure.Html),
        new(MimeTypes.Png, figure => Convert.ToBase64String(figure.Png.Span)),
        new(MimeTypes.Text, figure => figure.ToString()),
    ];
}
