using System.Text.Json;

namespace MathSymbols.Notebooks.Format.Ipynb;

/// <summary>Reads JSON that may be of any shape: what is not there, or is something else, is null.</summary>
internal static class IpynbJson
{
    /// <summary>What a path of names leads to.</summary>
    internal static JsonElement? Get(this JsonElement? element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (element is not { ValueKind: JsonValueKind.Object } parent || !parent.TryGetProperty(name, out var child)) return null;
            element = child;
        }
        return element;
    }

    /// <summary>A text, which the format writes whole or as a list of lines.</summary>
    internal static string? Text(this JsonElement? element) => element switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Array } lines when lines.EnumerateArray().All(l => l.ValueKind == JsonValueKind.String) => string.Concat(lines.EnumerateArray().Select(l => l.GetString())),
        _ => null,
    };

    /// <summary>A text that says something.</summary>
    internal static string? Word(this JsonElement? element) => element is { ValueKind: JsonValueKind.String } text && text.GetString() is { Length: > 0 } word ? word : null;

    internal static int? Number(this JsonElement? element) => element is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var value) ? value : null;

    internal static IEnumerable<JsonElement> Items(this JsonElement? element) => element is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];

    internal static IEnumerable<JsonProperty> Properties(this JsonElement? element) => element is { ValueKind: JsonValueKind.Object } parent ? parent.EnumerateObject() : [];
}
