using System.Text.Json.Nodes;
using MathSymbols.Notebooks.Format;

namespace MathSymbols.Notebooks.Reports;

/// <summary>
/// Numbers for report.json inside an HTML output:
/// <c>&lt;script type="application/json" data-report="NAME"&gt;JSON&lt;/script&gt;</c>.
/// </summary>
internal static class ReportValues
{
    internal const string Attribute = "data-report";
    private const string Html = "text/html";

    /// <summary>Throws a sentence when an output carries something that is not JSON.</summary>
    internal static void Check(IReadOnlyDictionary<string, string> data)
    {
        foreach (var _ in Read(data))
        {
            // Reading is the check.
        }
    }

    internal static IEnumerable<(string Name, JsonNode? Value)> Read(IReadOnlyDictionary<string, string> data)
    {
        if (!data.TryGetValue(Html, out var html) || !html.Contains(Attribute, StringComparison.OrdinalIgnoreCase)) yield break;
        foreach (var element in RawElements.Find(html))
        {
            if (element.Attribute(Attribute) is not { } name) continue;
            yield return (name, Parse(name, element.Content));
        }
    }

    /// <summary>The same, leaving out what is not JSON: for the report of a run that has already said so.</summary>
    internal static IEnumerable<(string Name, JsonNode? Value)> ReadValid(IReadOnlyDictionary<string, string> data)
    {
        try
        {
            return [.. Read(data)];
        }
        catch (FormatException)
        {
            return [];
        }
    }

    private static JsonNode? Parse(string name, string json)
    {
        try
        {
            return CheckedJson.Parse(json);
        }
        catch (FormatException e)
        {
            throw new FormatException($"The output's data-report=\"{name}\" {e.Message}");
        }
    }
}
