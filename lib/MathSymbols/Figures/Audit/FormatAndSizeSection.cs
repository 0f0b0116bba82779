using MathSymbols.Data.Audit;

namespace MathSymbols.Figures.Audit;

/// <summary>How far format and size give the class away.</summary>
internal static class FormatAndSizeSection
{
    public static AuditSection Of(DatasetAudit audit)
    {
        var table = new FormatAndSizeTable(audit);
        return new("format", "Class by format and size alone", table.Sentence, $"<div class=\"ms-figure au-wide\"><div class=\"ms-scroll\">{FigureHtml.Table(table.Table)}</div></div>\n");
    }
}
