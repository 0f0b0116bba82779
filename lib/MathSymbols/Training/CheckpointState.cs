using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using MathSymbols.Storage.Safetensors;

namespace MathSymbols.Training;

/// <summary>What a checkpoint holds beside tensors.</summary>
/// <param name="History">The finished epochs.</param>
/// <param name="Segments">The stretches in which they were made.</param>
/// <param name="Steps">How many steps the optimizer has done, one number a parameter.</param>
internal sealed record CheckpointState(History History, IReadOnlyList<TrainingSegment> Segments, IReadOnlyList<long> Steps)
{
    public const string ModelPrefix = "model.";

    private const string Format = "mathsymbols-checkpoint";
    private const int Version = 1;

    public Dictionary<string, string> ToMetadata(RunIdentity identity) => new()
    {
        ["format"] = Format,
        ["version"] = Version.ToString(CultureInfo.InvariantCulture),
        ["identity"] = identity.ToJson().ToJsonString(),
        ["history"] = HistoryFormat.ToJson(History).ToJsonString(),
        ["segments"] = JsonSerializer.Serialize(Segments),
        ["steps"] = JsonSerializer.Serialize(Steps),
    };

    /// <exception cref="CheckpointException">It is none, a newer one, another run's, or damaged.</exception>
    public static CheckpointState Read(SafetensorsFile file, string path, RunIdentity identity)
    {
        var metadata = file.Metadata;
        if (metadata.GetValueOrDefault("format") != Format) throw new CheckpointException($"'{path}' is not a checkpoint of MathSymbols: name another folder, or delete it.");
        if (!int.TryParse(metadata.GetValueOrDefault("version"), NumberStyles.None, CultureInfo.InvariantCulture, out var version) || version > Version)
            throw new CheckpointException($"The checkpoint '{path}' was written by a newer version of MathSymbols: use that one, or delete it to train anew.");
        try
        {
            var differences = identity.Differences(JsonNode.Parse(metadata["identity"])!.AsObject());
            if (differences.Count > 0) throw new CheckpointException($"The checkpoint '{path}' belongs to another run ({string.Join("; ", differences)}): use the same settings, or delete it to train anew.");
            return new(
                HistoryFormat.FromJson(JsonNode.Parse(metadata["history"])),
                JsonSerializer.Deserialize<List<TrainingSegment>>(metadata["segments"])!,
                JsonSerializer.Deserialize<List<long>>(metadata["steps"])!);
        }
        catch (Exception e) when (e is KeyNotFoundException or JsonException or FormatException or InvalidOperationException)
        {
            throw new CheckpointException($"The checkpoint '{path}' is damaged ({e.Message.TrimEnd('.')}): delete it to train anew.");
        }
    }
}
