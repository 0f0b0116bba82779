using System.Text;
using System.Text.Json.Nodes;
using MathSymbols.Storage;

namespace MathSymbols.Figures;

/// <summary>Writes <see cref="Facts"/> as HTML, as text and for report.json.</summary>
internal static class FactsHtml
{
    /// <summary>A table with one row a fact.</summary>
    public static string Page(Facts facts)
    {
        var html = new StringBuilder(FigureHtml.Style)
            .Append("<figure class=\"ms-figure\" role=\"group\" aria-label=\"").Append(FigureHtml.Encode(facts.Title ?? facts.Name)).Append("\">");
        if (facts.Title is not null || facts.Note is not null)
            html.Append(FigureHtml.Caption(facts.Title ?? "", facts.Note));
        html.Append("<table><tbody>");
        foreach (var fact in facts)
        {
            html.Append("<tr><th class=\"ms-text\" scope=\"row\">").Append(FigureHtml.Encode(fact.Label))
                .Append("</th><td class=\"ms-text\">").Append(FigureHtml.Encode(fact.Text)).Append("</td></tr>");
        }

        return html.Append("</tbody></table>").Append(FigureHtml.Report(facts.Name, Json(facts))).Append("</figure>").ToString();
    }

    /// <summary>One line a fact, labels padded to one width.</summary>
    public static string Text(Facts facts)
    {
        var width = facts.Select(f => f.Label.Length).DefaultIfEmpty(0).Max();
        var lines = facts.Select(f => $"{f.Label.PadRight(width)}  {f.Text}");
        return string.Join('\n', facts.Title is null ? lines : lines.Prepend(facts.Title));
    }

    private static JsonObject Json(Facts facts) => new(facts.Select(f => KeyValuePair.Create(f.Key, Node(f.Value))));

    private static JsonNode? Node(object value) => value switch
    {
        long l => JsonValue.Create(l),
        double d => JsonNumbers.Number(d),
        bool b => JsonValue.Create(b),
        string[] list => JsonNumbers.Array(list),
        _ => JsonValue.Create(value.ToString()),
    };
}
