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
        var html = new StringBuilder("<table><tbody>");
        foreach (var fact in facts)
        {
            html.Append("<tr><th class=\"ms-text\" scope=\"row\">").Append(FigureHtml.Encode(fact.Label))
                .Append("</th><td class=\"ms-text\">").Append(FigureHtml.Encode(fact.Text)).Append("</td></tr>");
        }

        var caption = facts.Title is null && facts.Note is null ? "" : FigureHtml.Caption(facts.Title ?? "", facts.Note);
        return FigureHtml.Frame(facts.Title ?? facts.Name, caption, html.Append("</tbody></table>").ToString(), facts.Name, Json(facts));
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
