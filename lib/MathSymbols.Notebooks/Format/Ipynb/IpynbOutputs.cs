using System.Text.Json;
using System.Text.Json.Nodes;

namespace MathSymbols.Notebooks.Format.Ipynb;

/// <summary>Outputs to JSON and back.</summary>
internal static class IpynbOutputs
{
    private const string StandardError = "stderr";

    /// <summary>Null for an output of a kind that is not known.</summary>
    internal static IpynbOutput? Read(JsonElement? output) => output.Get("output_type").Word() switch
    {
        "stream" => new IpynbStream(output.Get("name").Word() == StandardError, output.Get("text").Text() ?? ""),
        "display_data" or "execute_result" => new IpynbDisplay(Data(output.Get("data"))),
        "error" => new IpynbError(output.Get("ename").Word() ?? "", output.Get("evalue").Text() ?? "", [.. output.Get("traceback").Items().Select(l => ((JsonElement?)l).Text()).OfType<string>()]),
        _ => null,
    };

    internal static JsonObject Write(IpynbOutput output) => output switch
    {
        IpynbStream stream => new JsonObject { ["name"] = stream.IsError ? StandardError : "stdout", ["output_type"] = "stream", ["text"] = IpynbWriter.Lines(stream.Text) },
        IpynbError error => new JsonObject
        {
            ["ename"] = error.Name,
            ["evalue"] = error.Value,
            ["output_type"] = "error",
            ["traceback"] = new JsonArray([.. error.Traceback.Select(l => (JsonNode)l)]),
        },
        IpynbDisplay display => new JsonObject
        {
            ["data"] = new JsonObject(display.Data.OrderBy(d => d.Key, StringComparer.Ordinal).Select(d => KeyValuePair.Create(d.Key, Value(d.Key, d.Value)))),
            ["metadata"] = new JsonObject(),
            ["output_type"] = "display_data",
        },
        _ => throw new ArgumentOutOfRangeException(nameof(output)),
    };

    /// <summary>Base64 without the line ends that some editors put in.</summary>
    internal static string Packed(string base64) => base64.Any(char.IsWhiteSpace) ? string.Concat(base64.Where(c => !char.IsWhiteSpace(c))) : base64;

    private static Dictionary<string, string> Data(JsonElement? data)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in data.Properties())
        {
            var text = ((JsonElement?)property.Value).Text() ?? property.Value.GetRawText();
            values[property.Name] = IsPicture(property.Name) ? Packed(text) : text;
        }
        return values;
    }

    private static JsonNode? Value(string mimeType, string text)
    {
        if (IsPicture(mimeType)) return text;
        return IsJson(mimeType) && Json(text) is { } node ? node : IpynbWriter.Lines(text);
    }

    // What is not JSON, or could not be written as such, stays a text.
    private static JsonNode? Json(string text)
    {
        try
        {
            return CheckedJson.Parse(text);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static bool IsPicture(string mimeType) => mimeType.StartsWith("image/", StringComparison.Ordinal) && mimeType != "image/svg+xml";

    private static bool IsJson(string mimeType) => mimeType == "application/json" || mimeType.EndsWith("+json", StringComparison.Ordinal);
}
