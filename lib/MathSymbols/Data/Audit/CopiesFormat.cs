using System.Text.Json.Nodes;

namespace MathSymbols.Data.Audit;

/// <summary>The copies of an audit as JSON.</summary>
internal static class CopiesFormat
{
    public static JsonObject ToJson(DatasetAudit audit)
    {
        var (groups, leaks) = (audit.Duplicates.Groups, LeakCounts.Of(audit));
        var (conflicting, leaking) = (audit.Conflicts.Select(g => g.Id).ToHashSet(), audit.Leaks.Select(g => g.Id).ToHashSet());
        return new()
        {
            ["images"] = groups.Sum(g => g.Members.Count),
            ["groups_of_same_bytes"] = groups.Count(g => g.Kind == CopyKind.SameBytes),
            ["groups_of_same_pixels"] = groups.Count(g => g.Kind == CopyKind.SamePixels),
            ["groups_of_near_copies"] = groups.Count(g => g.Kind == CopyKind.Near),
            ["groups_in_different_classes"] = conflicting.Count,
            ["groups_across_the_split"] = leaking.Count,
            ["test_images_with_a_copy_in_train"] = leaks.TestInTrain,
            ["test_images_with_a_copy_in_train_or_validation"] = leaks.TestInOthers,
            ["validation_images_with_a_copy_in_train"] = leaks.ValidationInTrain,
            ["groups"] = new JsonArray([.. groups.Select(g => Group(g, audit, conflicting.Contains(g.Id), leaking.Contains(g.Id)))]),
        };
    }

    private static JsonObject Group(DuplicateGroup group, DatasetAudit audit, bool conflict, bool leak) => new()
    {
        ["id"] = group.Id,
        ["kind"] = Word(group.Kind),
        ["different_classes"] = conflict,
        ["across_the_split"] = leak,
        ["images"] = new JsonArray([.. group.Members.Select(m => new JsonObject
        {
            ["path"] = audit.Images.Files[m].Path,
            ["class"] = audit.Images.ClassNames[audit.Images.Files[m].Label],
            ["part"] = audit.Partitions[m]?.ToString().ToLowerInvariant(),
        })]),
        ["pairs"] = new JsonArray([.. group.Pairs.Select(p => Pair(p, audit.Images))]),
    };

    private static JsonObject Pair(CopyPair pair, ImageFolder images)
    {
        var json = new JsonObject { ["first"] = images.Files[pair.First].Path, ["second"] = images.Files[pair.Second].Path, ["kind"] = Word(pair.Kind) };
        if (pair.Kind == CopyKind.Near)
        {
            json["correlation"] = pair.Likeness.Correlation;
            json["worst"] = pair.Likeness.Worst;
            json["shift"] = new JsonArray(pair.Likeness.ShiftX, pair.Likeness.ShiftY);
        }

        return json;
    }

    /// <summary>A kind in words.</summary>
    public static string Word(CopyKind kind) => kind switch
    {
        CopyKind.SameBytes => "same bytes",
        CopyKind.SamePixels => "same pixels",
        _ => "near",
    };
}
