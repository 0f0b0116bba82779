using MathSymbols.Figures.Formatting;

namespace MathSymbols.Figures;

/// <summary>How the notebook engine writes a <see cref="MostConfusedTable"/>.</summary>
internal sealed class MostConfusedTableFormatters : TypeFormatterSource<MostConfusedTable>
{
    /// <inheritdoc/>
    protected override IEnumerable<TypeFormatter<MostConfusedTable>> Formatters =>
    [
        new(MimeTypes.Html, table => table.Html),
        new(MimeTypes.Text, table => table.ToString()),
    ];
}
