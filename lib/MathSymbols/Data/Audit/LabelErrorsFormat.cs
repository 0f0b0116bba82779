using System.Text.Json.Nodes;
using MathSymbols.Storage;

namespace MathSymbols.Data.Audit;

/// <summary>Labels that may be wrong as JSON.</summary>
internal static class LabelErrorsFormat
{
    public static JsonObject ToJson(LabelErrors errors, ImageFolder images)
    {
        var (joint, classes) = (errors.Joint, images.ClassNames);
        return new()
        {
            ["images_with_a_prediction"] = errors.Predicted,
            ["images_without"] = errors.Unpredicted,
            ["estimated_errors"] = errors.Estimated,
            ["thresholds"] = Row(c => joint.Thresholds[c] is { } threshold ? JsonNumbers.Number(threshold) : null),
            ["confident_joint"] = Row(given => Counts(given)),
            ["candidates"] = new JsonArray([.. errors.Candidates.Select(e => new JsonObject
            {
                ["path"] = images.Files[e.Image].Path,
                ["class"] = classes[images.Files[e.Image].Label],
                ["suggested"] = classes[e.Suggested],
                ["p_class"] = e.Given,
                ["p_suggested"] = e.Other,
                ["margin"] = e.Margin,
            })]),
        };

        // A member a class, without those there is nothing for.
        JsonObject Row(Func<int, JsonNode?> value) => new(classes.Index().Select(c => KeyValuePair.Create(c.Item, value(c.Index))).Where(m => m.Value is not null));

        JsonObject? Counts(int given) => Row(c => joint.Counts[given, c] is var n and > 0 ? JsonValue.Create(n) : null) is { Count: > 0 } row ? row : null;
    }
}
