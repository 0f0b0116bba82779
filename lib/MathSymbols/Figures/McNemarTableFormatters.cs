using MathSymbols.Figures.Formatting;

namespace MathSymbols.Figures;

/// <summary>How the notebook engine writes a <see cref="McNemarTable"/>.</summary>
internal sealed class McNemarTableFormatters : TypeFormatterSource<McNemarTable>
{
    /// <inheritdoc/>
    protected override IEnumerable<TypeFormatter<McNemarTable>> Formatters =>
    [
        new(MimeTypes.Html, table => table.Html),
        new(MimeTypes.Text, table => table.ToString()),
    ];
}
