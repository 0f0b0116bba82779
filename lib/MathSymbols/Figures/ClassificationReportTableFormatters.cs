using MathSymbols.Figures.Formatting;

namespace MathSymbols.Figures;

/// <summary>How the notebook engine writes a <see cref="ClassificationReportTable"/>.</summary>
internal sealed class ClassificationReportTableFormatters : TypeFormatterSource<ClassificationReportTable>
{
    /// <inheritdoc/>
    protected override IEnumerable<TypeFormatter<ClassificationReportTable>> Formatters =>
    [
        new(MimeTypes.Html, table => table.Html),
        new(MimeTypes.Text, table => table.ToString()),
    ];
}
