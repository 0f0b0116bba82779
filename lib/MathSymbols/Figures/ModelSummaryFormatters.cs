using MathSymbols.Figures.Formatting;

namespace MathSymbols.Figures;

/// <summary>How the notebook engine writes a <see cref="ModelSummary"/>.</summary>
internal sealed class ModelSummaryFormatters : TypeFormatterSource<ModelSummary>
{
    /// <inheritdoc/>
    protected override IEnumerable<TypeFormatter<ModelSummary>> Formatters =>
    [
        new(MimeTypes.Html, summary => summary.Html),
        new(MimeTypes.Text, summary => summary.ToString()),
    ];
}
