using System.Text.Json;
using System.Text.Json.Nodes;
using MathSymbols.Data;
using MathSymbols.Storage;

namespace MathSymbols.Evaluation.Robustness;

/// <summary>The file of a <see cref="RobustnessResult"/>: JSON with format name and version.</summary>
internal static class RobustnessFormat
{
    private const string Name = "mathsymbols-robustness";
    private const int Version = 1;

    public static void Write(string path, RobustnessResult result) => AtomicFile.Write(path, new JsonObject
    {
        ["format"] = Name,
        ["version"] = Version,
        ["model"] = result.Subject.Model,
        ["data"] = result.Subject.Data,
        ["fingerprint"] = result.Subject.Fingerprint,
        ["split"] = result.Subject.Split,
        ["sample"] = result.Subject.Sample,
        ["seed"] = result.Subject.Seed,
        ["device"] = result.Subject.Device,
        ["threads"] = result.Subject.Threads,
        ["clean"] = ToJson(result.Counts.Clean),
        ["perturbations"] = new JsonArray([.. result.Counts.Rows.Select(ToJson)]),
        ["mean_accuracy"] = result.Counts.Accuracy,
        ["failures"] = JsonNumbers.Array(result.Failures),
    }.ToJsonString(JsonText.Readable) + "\n");

    public static RobustnessResult Read(string path)
    {
        try
        {
            var json = JsonNode.Parse(RegularFile.ReadText(path, Limits.JsonBytes), documentOptions: new() { AllowDuplicateProperties = false }) as JsonObject ?? throw new FormatException("it is no JSON object");
            var reader = new RecordReader(json);
            reader.OneOf("format", (Name, true));
            if (reader.Whole("version", 1) > Version) throw new FormatException("it was written by a newer MathSymbols: update the program");
            return Result(reader, json["sample"] is null ? null : reader.Whole("sample", 1));
        }
        catch (Exception e) when (e is FormatException or JsonException or InvalidOperationException)
        {
            throw new DataException($"'{path}' cannot be read: {(e is FormatException ? e.Message : "it is no JSON")}; run `mathsymbols robustness` again.", e);
        }
    }

    private static JsonObject ToJson(RobustnessStep step) => new() { ["step"] = step.Name, ["correct"] = step.Correct, ["count"] = step.Count };

    // The means are for people and other programs; they follow from the counts.
    private static JsonObject ToJson(RobustnessRow row) => new() { ["perturbation"] = row.Perturbation, ["steps"] = new JsonArray([.. row.Steps.Select(ToJson)]), ["mean_accuracy"] = row.Accuracy };

    private static RobustnessResult Result(RecordReader reader, int? sample)
    {
        var clean = Step(reader.Object("clean"));
        RobustnessRow[] rows = [.. reader.Objects("perturbations").Select(r => new RobustnessRow(r.Text("perturbation"), [.. r.Objects("steps").Select(Step)]))];
        if (rows.Length == 0 || rows.Any(r => r.Steps.Count == 0)) throw new FormatException("a perturbation has no step, or there is none");
        if (rows.SelectMany(r => r.Steps).Any(s => s.Count != clean.Count)) throw new FormatException("the steps do not all have the same count of images");
        if (rows.DistinctBy(r => r.Perturbation).Count() < rows.Length || rows.Any(r => r.Steps.DistinctBy(s => s.Name).Count() < r.Steps.Count)) throw new FormatException("a perturbation or a step is there twice");
        var subject = new RobustnessSubject(
            reader.Text("model"), reader.Text("data"), reader.Text("fingerprint"), reader.Text("split"), sample, reader.Whole("seed", 0), reader.Text("device"), reader.Whole("threads", 0));
        return new(subject, new(clean, rows), reader.TextList("failures"));
    }

    private static RobustnessStep Step(RecordReader reader)
    {
        var count = reader.Whole("count", 1);
        return new(reader.Text("step"), reader.Whole("correct", 0, count), count);
    }
}
