using System.Text.Json;
using System.Text.Json.Nodes;
using MathSymbols.Storage;

namespace MathSymbols.Runs;

/// <summary>A run that has begun and not ended: it is at work, or was interrupted and can be gone on with.</summary>
/// <param name="Id">Names the run and its folder.</param>
/// <param name="Folder">The run's folder.</param>
/// <param name="Started">When it began.</param>
/// <param name="Commit">The clone's commit then; null when it cannot be told.</param>
/// <param name="Identity">What makes the run what it is, by name: only one with the same can be gone on with.</param>
public sealed record UnfinishedRun(string Id, string Folder, DateTimeOffset Started, string? Commit, IReadOnlyDictionary<string, string> Identity)
{
    /// <summary>The file that marks the folder of a run that has begun.</summary>
    public const string MarkName = "under-way.json";

    private const string CheckpointName = "checkpoint";

    /// <summary>Where the training saves itself.</summary>
    public string CheckpointFolder => Path.Combine(Folder, CheckpointName);

    /// <summary>Whether it is a run of that identity.</summary>
    /// <param name="identity">Names and values.</param>
    public bool Is(IReadOnlyDictionary<string, string> identity)
    {
        ArgumentNullException.ThrowIfNull(identity);
        return identity.Count == Identity.Count && identity.All(p => Identity.TryGetValue(p.Key, out var value) && value == p.Value);
    }

    internal void Write() => AtomicFile.Write(Path.Combine(Folder, MarkName), new JsonObject
    {
        ["started"] = RunRecordFormat.Text(Started),
        ["commit"] = Commit,
        ["identity"] = RunPartsFormat.Write(Identity),
    }.ToJsonString());

    /// <summary>Reads a folder's mark; null when it has none, or none that can be read.</summary>
    internal static UnfinishedRun? Read(string folder)
    {
        try
        {
            var path = Path.Combine(folder, MarkName);
            if (!File.Exists(path) || JsonNode.Parse(RegularFile.ReadText(path, Limits.JsonBytes), documentOptions: new() { AllowDuplicateProperties = false }) is not JsonObject mark) return null;
            var reader = new RecordReader(mark);
            return new(Path.GetFileName(folder), folder, reader.Time("started"), reader.OptionalText("commit"), reader.Object("identity").Texts());
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            return null; // Without a readable mark it cannot be gone on with; it is in nobody's way.
        }
    }

    /// <summary>Deletes what only an unfinished run needs.</summary>
    internal static void Clean(string folder)
    {
        var checkpoints = Path.Combine(folder, CheckpointName);
        if (Directory.Exists(checkpoints)) Directory.Delete(checkpoints, recursive: true);
        File.Delete(Path.Combine(folder, MarkName));
    }
}
