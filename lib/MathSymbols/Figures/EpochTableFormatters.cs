using MathSymbols.Figures.Formatting;

namespace MathSymbols.Figures;

/// <summary>How the notebook engine writes an <see cref="EpochTable"/>.</summary>
internal sealed class EpochTableFormatters : TypeFormatterSource<EpochTable>
{
    /// <inheritdoc/>
    protected override IEnumerable<TypeFormatter<EpochTable>> Formatters =>
    [
        new(MimeTypes.Html, table => table.Html),
        new(MimeTypes.Text, table => table.ToString()),
    ];
}
