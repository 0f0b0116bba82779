using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using MathSymbols.Runtime;
using MathSymbols.Storage;
using MathSymbols.Training;

namespace MathSymbols.Runs;

/// <summary>A run record as JSON. Reading gives the same record; members that are not known are passed over.</summary>
public static class RunRecordFormat
{
    /// <summary>The format's name, in the member format.</summary>
    public const string Name = "mathsymbols-run";

    /// <summary>The newest version this program knows.</summary>
    public const int Version = 1;

    /// <summary>The record as JSON; results carry their accuracy and interval for other readers.</summary>
    /// <param name="record">The record.</param>
    public static JsonObject ToJson(RunRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return new()
        {
            ["format"] = Name,
            ["version"] = Version,
            ["id"] = record.Id,
            ["model"] = record.Model,
            ["profile"] = record.Profile.Word(),
            ["started"] = Text(record.Started),
            ["finished"] = Text(record.Finished),
            ["commit"] = record.Commit,
            ["command"] = record.Command,
            ["data"] = RunPartsFormat.Write(record.Data),
            ["settings"] = RunPartsFormat.Write(record.Settings),
            ["hyper_parameters"] = record.HyperParameters.DeepClone(),
            ["seed"] = record.Seed,
            ["batch_size"] = record.BatchSize,
            ["epochs_planned"] = record.EpochsPlanned,
            ["stop_reason"] = record.StopReason,
            ["device"] = record.Device,
            ["threads"] = record.Threads,
            ["versions"] = RunPartsFormat.Write(record.Versions),
            ["best_epoch"] = record.BestEpoch,
            ["results"] = new JsonArray([.. record.Results.Select(RunPartsFormat.Write)]),
            ["notes"] = JsonNumbers.Array(record.Notes),
            ["segments"] = new JsonArray([.. record.Segments.Select(RunPartsFormat.Write)]),
            ["history"] = HistoryFormat.ToJson(record.History),
            ["search"] = record.Search?.DeepClone(),
        };
    }

    /// <summary>The record as the text of a file, indented.</summary>
    /// <param name="record">The record.</param>
    public static string ToText(RunRecord record) => ToJson(record).ToJsonString(JsonText.Readable) + "\n";

    /// <summary>Reads what <see cref="ToText"/> wrote.</summary>
    /// <param name="text">The file's text.</param>
    /// <exception cref="FormatException">It is not JSON, or see <see cref="FromJson"/>.</exception>
    public static RunRecord Parse(string text)
    {
        try
        {
            return FromJson(JsonNode.Parse(text, documentOptions: new() { AllowDuplicateProperties = false }));
        }
        catch (JsonException e)
        {
            throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"it is not JSON (line {e.LineNumber + 1})"), e);
        }
        catch (InvalidOperationException e)
        {
            // Half a surrogate pair passes the parser and fails when the text is taken.
            throw new FormatException("it has a text that is not Unicode", e);
        }
    }

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <param name="json">A record.</param>
    /// <exception cref="FormatException">It is not a run record, of a newer version, or a member is missing or does not fit; the message is half a sentence.</exception>
    public static RunRecord FromJson(JsonNode? json)
    {
        if (json is not JsonObject o || o["format"] is not JsonValue format || !format.TryGetValue(out string? name) || name != Name)
            throw new FormatException($"it is not a run record (the member format is not {Name})");
        var run = new RecordReader(o);
        var version = run.Whole("version", 1);
        if (version > Version)
            throw new FormatException($"it has version {version} of the format, and this program knows version {Version}: use a newer program");
        var history = HistoryFormat.FromJson(run.Node("history"));
        return new()
        {
            Id = run.Text("id"),
            Model = run.Text("model"),
            Profile = run.OneOf("profile", ("quick", Profile.Quick), ("full", Profile.Full)),
            Started = run.Time("started"),
            Finished = run.Time("finished"),
            Commit = run.OptionalText("commit"),
            Command = run.Text("command"),
            Data = RunPartsFormat.Data(run.Object("data")),
            Settings = run.Object("settings").Texts(),
            HyperParameters = run.Clone<JsonObject>("hyper_parameters") ?? [],
            Seed = run.Whole("seed", 0),
            BatchSize = run.Whole("batch_size", 1),
            EpochsPlanned = run.Whole("epochs_planned", 0),
            StopReason = run.Text("stop_reason"),
            Device = run.Text("device"),
            Threads = run.Whole("threads", 0),
            Versions = run.Object("versions").Texts(),
            History = history,
            Segments = [.. run.Objects("segments").Select(RunPartsFormat.Segment)],
            BestEpoch = run.Whole("best_epoch", Math.Min(1, history.Epochs.Count), history.Epochs.Count),
            Results = [.. run.Objects("results").Select(RunPartsFormat.Result)],
            Notes = run.TextList("notes"),
            Search = run.Clone<JsonArray>("search"),
        };
    }

    /// <summary>A time with its offset and all its digits (ISO 8601).</summary>
    internal static string Text(DateTimeOffset time) => time.ToString("O", CultureInfo.InvariantCulture);
}
