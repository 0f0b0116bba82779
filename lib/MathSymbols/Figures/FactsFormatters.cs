using MathSymbols.Figures.Formatting;

namespace MathSymbols.Figures;

/// <summary>How the notebook engine writes <see cref="Facts"/>.</summary>
internal sealed class FactsFormatters : TypeFormatterSource<Facts>
{
    /// <inheritdoc/>
    protected override IEnumerable<TypeFormatter<Facts>> Formatters =>
    [
        new(MimeTypes.Html, facts => facts.Html),
        new(MimeTypes.Text, facts => facts.ToString()),
    ];
}
