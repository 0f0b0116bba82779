using System.Text.Json.Nodes;

namespace MathSymbols.Storage;

/// <summary>Numbers and lists for JSON files.</summary>
internal static class JsonNumbers
{
    /// <summary>A number, or null for what JSON has no number for (NaN, infinity).</summary>
    public static JsonNode? Number(double value) => double.IsFinite(value) ? JsonValue.Create(value) : null;

    /// <summary>A list of doubles.</summary>
    public static JsonArray Array(IEnumerable<double> values) => new(values.Select(Number).ToArray());

    /// <summary>A list of whole numbers.</summary>
    public static JsonArray Array(IEnumerable<long> values) => new(values.Select(v => (JsonNode?)JsonValue.Create(v)).ToArray());

    /// <summary>A list of texts.</summary>
    public static JsonArray Array(IEnumerable<string> values) => new(values.Select(v => (JsonNode?)JsonValue.Create(v)).ToArray());
}
