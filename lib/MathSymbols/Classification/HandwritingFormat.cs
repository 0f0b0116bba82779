using System.Text.Json;
using System.Text.Json.Nodes;
using MathSymbols.Data;
using MathSymbols.Storage;

namespace MathSymbols.Classification;

/// <summary>The file of a <see cref="HandwritingResult"/>: JSON with format name and version.</summary>
internal static class HandwritingFormat
{
    private const string Name = "mathsymbols-handwriting";
    private const int Version = 1;

    public static void Write(string path, HandwritingResult result) => AtomicFile.Write(path, new JsonObject
    {
        ["format"] = Name,
        ["version"] = Version,
        ["classifier"] = ClassifierFormat.ToJson(result.Classifier),
        ["images"] = result.Images,
        ["fingerprint"] = result.Fingerprint,
        ["rows"] = new JsonArray([.. result.Rows.Select(ToJson)]),
    }.ToJsonString(JsonText.Readable) + "\n");

    public static HandwritingResult Read(string path)
    {
        try
        {
            var json = JsonNode.Parse(RegularFile.ReadText(path, Limits.JsonBytes), documentOptions: new() { AllowDuplicateProperties = false }) as JsonObject ?? throw new FormatException("it is no JSON object");
            var reader = new RecordReader(json);
            reader.OneOf("format", (Name, true));
            if (reader.Whole("version", 1) > Version) throw new FormatException("it was written by a newer MathSymbols: update the program");
            return new(ClassifierFormat.Provenance(reader.Object("classifier")), reader.Text("images"), reader.Text("fingerprint"), [.. reader.Objects("rows").Select(Row)]);
        }
        catch (Exception e) when (e is FormatException or JsonException or InvalidOperationException)
        {
            throw new DataException($"'{path}' cannot be read: {(e is FormatException ? e.Message : "it is no JSON")}; run 06-handwriting again.", e);
        }
    }

    private static JsonObject ToJson(HandwritingRow row) => new() { ["file"] = row.File, ["truth"] = row.Truth, ["squash"] = ToJson(row.Squash), ["ink"] = ToJson(row.Ink), ["exchanged"] = ToJson(row.Exchanged) };

    private static JsonObject ToJson(LabelProbability prediction) => new() { ["label"] = prediction.Label, ["probability"] = JsonNumbers.Number(prediction.Probability) };

    private static HandwritingRow Row(RecordReader row) => new(row.Text("file"), row.OptionalText("truth"), Prediction(row.Object("squash")), Prediction(row.Object("ink")), Prediction(row.Object("exchanged")));

    private static LabelProbability Prediction(RecordReader json) => new(json.Text("label"), json.NumberOrNaN("probability"));
}
