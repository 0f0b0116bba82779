using System.Globalization;
using System.Text.Json.Nodes;

namespace MathSymbols.Storage;

/// <summary>Takes members out of a JSON object; what is missing or does not fit is a <see cref="FormatException"/> that names it.</summary>
/// <param name="json">The object.</param>
/// <param name="path">What stands before a member's name in messages.</param>
internal sealed class RecordReader(JsonObject json, string path = "")
{
    public string Text(string name) => OptionalText(name) ?? throw Missing(name);

    public string? OptionalText(string name) => json[name] switch
    {
        null => null,
        JsonValue value when value.TryGetValue(out string? text) => text,
        _ => throw Unfit(name, "a text"),
    };

    public long Count(string name, long low = 0, long high = long.MaxValue) =>
        WholeNumber(Node(name)) is { } number && number >= low && number <= high
            ? number
            : throw Unfit(name, high >= int.MaxValue ? $"a whole number of {low} or more" : $"a whole number from {low} to {high}");

    public int Whole(string name, int low, int high = int.MaxValue) => (int)Count(name, low, high);

    /// <summary>A number; what JSON has no number for was written as null.</summary>
    public double NumberOrNaN(string name) => json[name] switch
    {
        null when json.ContainsKey(name) => double.NaN,
        JsonValue value when value.TryGetValue(out double number) => number,
        null => throw Missing(name),
        _ => throw Unfit(name, "a number"),
    };

    public DateTimeOffset Time(string name) =>
        DateTimeOffset.TryParseExact(Text(name), "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time) ? time : throw Unfit(name, "a time (ISO 8601)");

    public T OneOf<T>(string name, params (string Text, T Value)[] choices)
    {
        var text = Text(name);
        foreach (var choice in choices)
        {
            if (choice.Text == text) return choice.Value;
        }

        throw Unfit(name, $"'{string.Join("' or '", choices.Select(c => c.Text))}'");
    }

    public JsonNode Node(string name) => json[name] ?? throw Missing(name);

    public RecordReader Object(string name) => Node(name) is JsonObject o ? new(o, $"{path}{name}.") : throw Unfit(name, "an object");

    public IEnumerable<RecordReader> Objects(string name) =>
        List(name).Select((item, i) => item is JsonObject o ? new RecordReader(o, $"{path}{name}[{i}].") : throw Unfit($"{name}[{i}]", "an object"));

    public IReadOnlyList<string> TextList(string name) =>
        [.. List(name).Select((item, i) => item is JsonValue value && value.TryGetValue(out string? text) ? text : throw Unfit($"{name}[{i}]", "a text"))];

    public IReadOnlyDictionary<string, string> Texts() => json.ToDictionary(p => p.Key, p => Text(p.Key));

    public T? Clone<T>(string name)
        where T : JsonNode => json[name] switch
    {
        null => null,
        T node => (T)node.DeepClone(),
        _ => throw Unfit(name, typeof(T) == typeof(JsonObject) ? "an object" : "an array"),
    };

    // A value that was parsed can be taken as either; one made from an int only as that.
    private static long? WholeNumber(JsonNode node) => node is not JsonValue value ? null
        : value.TryGetValue(out long number) ? number
        : value.TryGetValue(out int small) ? small
        : null;

    private JsonArray List(string name) => Node(name) as JsonArray ?? throw Unfit(name, "an array");

    private FormatException Missing(string name) => new($"the member '{path}{name}' is missing");

    private FormatException Unfit(string name, string takes) => new($"the member '{path}{name}' is not {takes}");
}
