using MathSymbols.Figures.Formatting;

namespace MathSymbols.Figures;

/// <summary>How the notebook engine writes a <see cref="RunTable"/>.</summary>
internal sealed class RunTableFormatters : TypeFormatterSource<RunTable>
{
    /// <inheritdoc/>
    protected override IEnumerable<TypeFormatter<RunTable>> Formatters =>
    [
        new(MimeTypes.Html, table => table.Html),
        new(MimeTypes.Text, table => table.ToString()),
    ];
}
