using System.Text;

namespace MathSymbols.Figures;

/// <summary>Writes a <see cref="RobustnessTable"/> as HTML. What is marked is bold and has a sign, so it needs no colour.</summary>
internal static class RobustnessHtml
{
    /// <summary>Stands before a model's strongest fall.</summary>
    private const char Sign = '▼';

    /// <summary>The table.</summary>
    /// <param name="models">The columns.</param>
    /// <param name="lines">The rows.</param>
    /// <param name="lowest">For each model the row to mark.</param>
    public static string Content(IReadOnlyList<string> models, IReadOnlyList<RobustnessLine> lines, IReadOnlyList<int> lowest)
    {
        var html = new StringBuilder("<div class=\"ms-scroll\"><table class=\"ms-robust\"><thead><tr><th scope=\"col\" class=\"ms-text\">Perturbation</th><th scope=\"col\" class=\"ms-text\">Step</th>");
        foreach (var model in models) html.Append("<th scope=\"col\">").Append(FigureHtml.Encode(model)).Append("</th>");
        html.Append("</tr></thead><tbody>");
        foreach (var (i, line) in lines.Index())
        {
            // A perturbation's name stands at its mean; below, it is for those who do not see the table.
            html.Append(line.IsMean ? "<tr class=\"ms-mean\">" : "<tr>").Append("<th scope=\"row\" class=\"ms-text\">").Append(line.IsMean ? "" : "<span class=\"ms-unseen\">").Append(FigureHtml.Encode(line.Perturbation)).Append(line.IsMean ? "" : "</span>")
                .Append("</th><td class=\"ms-text\">").Append(FigureHtml.Encode(line.Step)).Append("</td>");
            for (var m = 0; m < models.Count; m++) Cell(html, RobustnessTable.Texts(lines, i, m), lowest[m] == i);
            html.Append("</tr>");
        }

        return html.Append("</tbody></table></div><p class=\"ms-note\">").Append(Sign).Append(" a model's strongest fall. Beside an accuracy, in points, how far it is from that of the unchanged images.</p>").ToString();
    }

    private static void Cell(StringBuilder html, (string Accuracy, string Change) texts, bool isMarked) =>
        html.Append(isMarked ? $"<td class=\"ms-fall\">{Sign} " : "<td>").Append(texts.Accuracy).Append(" <span class=\"ms-change\">").Append(texts.Change).Append("</span></td>");
}
