using System.Text.Json.Nodes;

namespace MathSymbols.Training;

/// <summary>What makes a training run or a search what it is, by name.</summary>
internal sealed class RunIdentity(IReadOnlyDictionary<string, string> values)
{
    /// <summary>As JSON.</summary>
    public JsonObject ToJson() => new(values.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => KeyValuePair.Create(p.Key, (JsonNode?)JsonValue.Create(p.Value))));

    /// <summary>Names in which a saved identity differs, with both values; empty when it is the same run.</summary>
    public IReadOnlyList<string> Differences(JsonObject saved)
    {
        var names = values.Keys.Union(saved.Select(p => p.Key)).Order(StringComparer.Ordinal);
        return [.. names.Select(n => (Name: n, Now: values.GetValueOrDefault(n), Then: saved[n]?.ToString())).Where(d => d.Now != d.Then)
            .Select(d => $"{d.Name} was {d.Then ?? "not given"} and is {d.Now ?? "not given"}")];
    }
}
