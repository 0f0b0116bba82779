using MathSymbols.Figures.Formatting;

namespace MathSymbols.Figures;

/// <summary>How the notebook engine writes a <see cref="Remark"/>.</summary>
internal sealed class RemarkFormatters : TypeFormatterSource<Remark>
{
    /// <inheritdoc/>
    protected override IEnumerable<TypeFormatter<Remark>> Formatters =>
    [
        new(MimeTypes.Html, remark => remark.Html),
        new(MimeTypes.Text, remark => remark.ToString()),
    ];
}
