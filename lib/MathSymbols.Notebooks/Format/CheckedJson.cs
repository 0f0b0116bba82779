using System.Text.Json;
using System.Text.Json.Nodes;

namespace MathSymbols.Notebooks.Format;

/// <summary>JSON of unknown origin, made sure of where it comes in: it can be written again.</summary>
internal static class CheckedJson
{
    /// <summary>How deep what is shown may be nested.</summary>
    internal const int MostDepth = 500;

    /// <summary>How deep a file may be nested: around what is shown stands the file's own.</summary>
    internal const int FileDepth = 1000;

    /// <summary>Reads JSON; a <see cref="FormatException"/> says what is wrong with it, in words that follow "it ".</summary>
    internal static JsonNode? Parse(string json, int most = MostDepth)
    {
        var options = new JsonDocumentOptions { MaxDepth = most, AllowDuplicateProperties = false };
        try
        {
            using var document = JsonDocument.Parse(json, options);
            Touch(document.RootElement);
            return JsonNode.Parse(json, documentOptions: options);
        }
        catch (JsonException e)
        {
            throw new FormatException(IsTooDeep(e) ? $"is nested more than {most} deep" : $"does not hold valid JSON: {e.Message}");
        }
        catch (InvalidOperationException)
        {
            throw new FormatException("does not hold valid JSON: half a surrogate pair is no text");
        }
    }

    /// <summary>Whether JSON could not be read for its depth alone.</summary>
    internal static bool IsTooDeep(JsonException e) => e.Message.Contains("maximum configured depth", StringComparison.Ordinal);

    // A text is made only when it is asked for, and may turn out to be none.
    private static void Touch(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                element.GetString();
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray()) Touch(item);
                break;
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    _ = property.Name;
                    Touch(property.Value);
                }
                break;
        }
    }
}
