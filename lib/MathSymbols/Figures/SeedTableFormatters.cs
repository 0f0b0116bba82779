using MathSymbols.Figures.Formatting;

namespace MathSymbols.Figures;

/// <summary>How the notebook engine writes a <see cref="SeedTable"/>.</summary>
internal sealed class SeedTableFormatters : TypeFormatterSource<SeedTable>
{
    /// <inheritdoc/>
    protected override IEnumerable<TypeFormatter<SeedTable>> Formatters =>
    [
        new(MimeTypes.Html, table => table.Html),
        new(MimeTypes.Text, table => table.ToString()),
    ];
}
