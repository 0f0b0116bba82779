using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using MathSymbols.Ledger;

namespace MathSymbols.Figures;

/// <summary>Writes a ledger as HTML. A verdict is a sign and a word, so it needs no colour.</summary>
internal static class LedgerHtml
{
    private static readonly Verdict[] Verdicts = [Verdict.Agrees, Verdict.Differs, Verdict.NotComparable, Verdict.Missing];

    /// <summary>The whole figure.</summary>
    public static string Page(string title, string note, string name, ReportLedger ledger, JsonObject report)
    {
        var html = new StringBuilder("<p>").Append(FigureHtml.Encode(ledger.Summary)).Append("</p>");
        Sections(html, [.. ledger.Rows.Where(r => r.Figure.Place is null)]);
        foreach (var table in ledger.Rows.Where(r => r.Figure.Place is not null).GroupBy(r => r.Figure.Place!.Value.Table)) Folded(html, [.. table]);
        return FigureHtml.Frame(title, FigureHtml.Caption(title, note), html.ToString(), name, report, "ms-ledger");
    }

    // One table, so that the columns of all sections stand below each other; a section begins with a row of its own.
    private static void Sections(StringBuilder html, IReadOnlyList<LedgerRow> rows)
    {
        html.Append("<div class=\"ms-scroll\"><table><thead><tr><th scope=\"col\">Figure</th><th scope=\"col\">Report</th><th scope=\"col\">This run</th><th scope=\"col\">Committed full run</th><th scope=\"col\">Why</th></tr></thead>");
        foreach (var section in rows.GroupBy(r => r.Figure.Section))
        {
            html.Append("<tbody><tr><th class=\"ms-section\" scope=\"rowgroup\" colspan=\"5\">").Append(FigureHtml.Encode(section.Key)).Append("</th></tr>");
            foreach (var row in section)
            {
                html.Append("<tr><th scope=\"row\">").Append(FigureHtml.Encode(row.Figure.What)).Append("</th><td>").Append(FigureHtml.Encode(row.Figure.Text)).Append("</td>");
                Cell(html, row.This);
                Cell(html, row.Full);
                html.Append("<td class=\"ms-why\">").Append(FigureHtml.Encode(row.Reason ?? "")).Append("</td></tr>");
            }

            html.Append("</tbody>");
        }

        html.Append("</table></div>");
    }

    private static void Cell(StringBuilder html, LedgerCell cell)
    {
        html.Append("<td>");
        if (cell.Verdict != Verdict.Missing)
        {
            html.Append(FigureHtml.Encode(cell.Text));
            if (cell.Interval is { } interval) html.Append("<span class=\"ms-small\">").Append(string.Create(CultureInfo.InvariantCulture, $"{interval.Low:0.000} to {interval.High:0.000}")).Append("</span>");
        }

        html.Append(" <span class=\"").Append(cell.Verdict == Verdict.Differs ? "ms-verdict ms-differs" : "ms-verdict").Append("\">").Append(cell.Verdict.Sign()).Append(' ').Append(cell.Verdict.Word()).Append("</span></td>");
    }

    // A table of the report: its rows and columns, each column three times.
    private static void Folded(StringBuilder html, IReadOnlyList<LedgerRow> rows)
    {
        var columns = rows.Select(r => r.Figure.Place!.Value.Column).Distinct().ToList();
        html.Append("<details><summary>").Append(FigureHtml.Encode(Head(rows))).Append("</summary><div class=\"ms-scroll\"><table><thead><tr><td rowspan=\"2\"></td>");
        foreach (var column in columns) html.Append("<th class=\"ms-group\" colspan=\"3\" scope=\"colgroup\">").Append(FigureHtml.Encode(column)).Append("</th>");
        html.Append("</tr><tr>");
        foreach (var _ in columns) html.Append("<th class=\"ms-group\" scope=\"col\">Report</th><th scope=\"col\">This run</th><th scope=\"col\">Full run</th>");
        html.Append("</tr></thead><tbody>");
        foreach (var row in rows.GroupBy(r => r.Figure.Place!.Value.Row))
        {
            html.Append("<tr><th scope=\"row\">").Append(FigureHtml.Encode(row.Key)).Append("</th>");
            foreach (var figure in row)
            {
                html.Append("<td class=\"ms-group\">").Append(FigureHtml.Encode(figure.Figure.Text)).Append("</td>");
                Signed(html, figure.This);
                Signed(html, figure.Full);
            }

            html.Append("</tr>");
        }

        html.Append("</tbody></table></div>").Append("<p>").Append(string.Join(", ", Verdicts.Select(v => $"{v.Sign()} {v.Word()}"))).Append("</p><ul>");
        foreach (var reason in rows.Where(r => r.Reason is not null).GroupBy(r => r.Reason!))
            html.Append("<li>").Append(FigureHtml.Encode($"{Where([.. reason])}: {reason.Key}")).Append("</li>");
        html.Append("</ul></details>");
    }

    private static void Signed(StringBuilder html, LedgerCell cell)
    {
        html.Append("<td title=\"").Append(cell.Verdict.Word()).Append("\">").Append(cell.Verdict.Sign());
        if (cell.Verdict != Verdict.Missing) html.Append(' ').Append(FigureHtml.Encode(cell.Text));
        html.Append("</td>");
    }

    private static string Head(IReadOnlyList<LedgerRow> rows) => string.Create(
        CultureInfo.InvariantCulture, $"{rows[0].Figure.Section}: {rows.Count} figures; this run {LedgerCount.Of(rows.Select(r => r.This))}; the committed full run {LedgerCount.Of(rows.Select(r => r.Full))}");

    // The figures that share a reason: all by name when they are few.
    private static string Where(IReadOnlyList<LedgerRow> rows)
    {
        const int Few = 3;
        if (rows.Count <= Few) return string.Join(", ", rows.Select(r => r.Figure.What));
        var columns = rows.Select(r => r.Figure.Place!.Value.Column).Distinct();
        return string.Create(CultureInfo.InvariantCulture, $"{rows.Count} figures ({string.Join(", ", columns)})");
    }
}
