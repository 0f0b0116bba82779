using System.Text.Json.Nodes;
using MathSymbols.Storage;

namespace MathSymbols.Data.Audit;

/// <summary>An audit as JSON, the same for the same images and split.</summary>
public static class AuditFormat
{
    /// <summary>The format's name, in the member format.</summary>
    public const string Name = "mathsymbols-audit";

    /// <summary>The newest version this program knows.</summary>
    public const int Version = 1;

    /// <summary>The file's name.</summary>
    public const string FileName = "audit.json";

    /// <summary>Writes the file, whole or not at all.</summary>
    /// <param name="audit">The audit.</param>
    /// <param name="folder">The folder that gets <see cref="FileName"/>; it is made when it is missing.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Write(DatasetAudit audit, string folder) =>
        AtomicFile.Write(Path.Combine(folder, FileName), ToJson(audit).ToJsonString(JsonText.Readable) + "\n");

    /// <summary>The audit as JSON, a section a member. Paths are relative to the folder of images.</summary>
    /// <param name="audit">The audit.</param>
    public static JsonObject ToJson(DatasetAudit audit)
    {
        ArgumentNullException.ThrowIfNull(audit);
        return new()
        {
            ["format"] = Name,
            ["version"] = Version,
            ["images"] = audit.Images.Count,
            ["classes"] = JsonNumbers.Array(audit.Images.ClassNames),
            ["split"] = new JsonObject { ["name"] = audit.Split.Name, ["train"] = audit.Split.Train.Count, ["validation"] = audit.Split.Validation.Count, ["test"] = audit.Split.Test.Count },
            ["will_not_load"] = new JsonArray([.. audit.Failures.Select(f => new JsonObject { ["path"] = f.Path, ["reason"] = f.Reason })]),
            ["copies"] = CopiesFormat.ToJson(audit),
            ["format_and_size"] = audit.FormatAndSize is { } found ? Section(found, audit.Images) : null,
            ["label_errors"] = audit.LabelErrors is { } errors ? LabelErrorsFormat.ToJson(errors, audit.Images) : null,
            ["border_marks"] = new JsonArray([.. audit.Marks.Select(m => Section(m, audit.Images))]),
        };
    }

    private static JsonObject Section(FormatAndSize found, ImageFolder images) => new()
    {
        ["images"] = found.Count,
        ["cramers_v"] = found.CramersV,
        ["correct"] = found.Correct,
        ["accuracy"] = found.Accuracy,
        ["interval"] = JsonNumbers.Array([found.Interval.Low, found.Interval.High]),
        ["largest_class"] = found.Largest,
        ["folds"] = FormatAndSize.Folds,
        ["kinds"] = new JsonArray([.. found.Kinds.Select((k, i) => new JsonObject
        {
            ["format"] = k.Format,
            ["width"] = k.Width,
            ["height"] = k.Height,
            ["classes"] = new JsonObject(images.ClassNames.Index().Where(c => found.Counts[c.Index, i] > 0).Select(c => KeyValuePair.Create(c.Item, (JsonNode?)found.Counts[c.Index, i]))),
        })]),
    };

    private static JsonObject Section(MarkedImage image, ImageFolder images) => new()
    {
        ["path"] = images.Files[image.Image].Path,
        ["marks"] = new JsonArray([.. image.Marks.Select(m => new JsonObject { ["edge"] = m.Edge.ToString().ToLowerInvariant(), ["pixels"] = m.Pixels, ["share"] = m.Share })]),
    };
}
