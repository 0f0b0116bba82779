using System.Text;
using MathSymbols.Data.Audit;
using MathSymbols.Storage;

namespace MathSymbols.Figures.Audit;

/// <summary>Images that will not load.</summary>
internal static class FailuresSection
{
    public static AuditSection Of(DatasetAudit audit)
    {
        var list = new StringBuilder("<ul>");
        foreach (var failure in audit.Failures) list.Append("<li>").Append(FigureHtml.Encode($"{Printable.Of(failure.Path)}: {failure.Reason}")).Append("</li>");
        return new("failures", "Will not load", "They take part in nothing above.", list.Append("</ul>\n").ToString());
    }
}
