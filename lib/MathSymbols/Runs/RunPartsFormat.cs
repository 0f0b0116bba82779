using System.Text.Json.Nodes;
using MathSymbols.Storage;
using MathSymbols.Training;

namespace MathSymbols.Runs;

/// <summary>The parts of a run record as JSON.</summary>
internal static class RunPartsFormat
{
    public static JsonObject Write(IReadOnlyDictionary<string, string> texts) => new(texts.Select(p => KeyValuePair.Create(p.Key, (JsonNode?)p.Value)));

    public static JsonObject Write(RunData data) => new()
    {
        ["name"] = data.Name,
        ["fingerprint"] = data.Fingerprint,
        ["images"] = data.Images,
        ["split"] = data.Split,
        ["train"] = data.Train,
        ["validation"] = data.Validation,
        ["test"] = data.Test,
    };

    public static RunData Data(RecordReader data) => new(
        data.Text("name"), data.Text("fingerprint"), data.Count("images"), data.Text("split"), data.Count("train"), data.Count("validation"), data.Count("test"));

    public static JsonObject Write(RunResult result) => new()
    {
        ["weights"] = result.Weights,
        ["set"] = result.Set,
        ["loss"] = JsonNumbers.Number(result.Loss),
        ["correct"] = result.Correct,
        ["count"] = result.Count,
        ["accuracy"] = result.Accuracy,
        ["interval"] = JsonNumbers.Array([result.Interval.Low, result.Interval.High]),
    };

    public static RunResult Result(RecordReader result)
    {
        var count = result.Count("count", 1);
        return new(
            result.OneOf("weights", (RunWeights.LastEpoch, RunWeights.LastEpoch), (RunWeights.BestEpoch, RunWeights.BestEpoch)),
            result.OneOf("set", (RunSet.Validation, RunSet.Validation), (RunSet.Test, RunSet.Test)),
            result.NumberOrNaN("loss"), result.Count("correct", 0, count), count);
    }

    public static JsonObject Write(TrainingSegment segment) => new()
    {
        ["started"] = RunRecordFormat.Text(segment.Started),
        ["ended"] = RunRecordFormat.Text(segment.Ended),
        ["first_epoch"] = segment.FirstEpoch,
        ["last_epoch"] = segment.LastEpoch,
        ["machine"] = segment.Machine,
    };

    public static TrainingSegment Segment(RecordReader segment) => new(
        segment.Time("started"), segment.Time("ended"), segment.Whole("first_epoch", 1), segment.Whole("last_epoch", 0), segment.Text("machine"));
}
