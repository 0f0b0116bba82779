using MathSymbols.Figures.Formatting;

namespace MathSymbols.Figures;

/// <summary>How the notebook engine writes a <see cref="TrialTable"/>.</summary>
internal sealed class TrialTableFormatters : TypeFormatterSource<TrialTable>
{
    /// <inheritdoc/>
    protected override IEnumerable<TypeFormatter<TrialTable>> Formatters =>
    [
        new(MimeTypes.Html, table => table.Html),
        new(MimeTypes.Text, table => table.ToString()),
    ];
}
