using System.Globalization;
using System.Text.RegularExpressions;
using MathSymbols.Data;
using MathSymbols.Runs;
using MathSymbols.Runtime;

namespace MathSymbols.Ledger;

/// <summary>Section II: the images, their split, their batches.</summary>
internal static partial class DataFigures
{
    private const int Shown = 32;

    /// <summary>Of the images that are here, by what the loaders really give.</summary>
    public static IEnumerable<(string Id, Measured Value)> Of(Dataset data, TorchDevice device)
    {
        var split = data.Split;
        IEnumerable<(string, Measured)> figures =
        [
            ("data/gpus", Measured.Count(device.GpuCount)),
            ("data/image-size", Measured.Word($"({data.Pixels.Height}, {data.Pixels.Width})")),
            .. Split(split.Name, data.Images.Count, split.Train.Count, split.Validation.Count, split.Test.Count),
            .. Classes(data.ClassNames),
            ("data/batch-size", Measured.Count(data.BatchSize)),
            ("data/batch-length", Measured.Count(typeof(Batch).GetProperties().Count(p => p.PropertyType == typeof(TorchSharp.torch.Tensor)))),
        ];
        if (Any(split.Train)) figures = figures.Concat(Training(data));
        if (Any(split.Validation)) figures = figures.Append(("data/maximum-validation", Maximum(data.Validation())));
        if (Any(split.Test)) figures = figures.Concat(Test(data));
        return figures;

        bool Any(IReadOnlyList<int> images) => data.Pixels.Usable(images).Count > 0;
    }

    /// <summary>As a record keeps them.</summary>
    public static IEnumerable<(string Id, Measured Value)> Of(RunRecord record, IReadOnlyList<string> classNames)
    {
        var data = record.Data;
        List<(string, Measured)> figures = [.. Split(data.Split, data.Images, data.Train, data.Validation, data.Test), ("data/batch-size", Measured.Count(record.BatchSize))];
        if (record.Device.StartsWith("CPU", StringComparison.Ordinal)) figures.Add(("data/gpus", Measured.Word("none used")));
        if (record.Settings.TryGetValue(RunArchitecture.ImageSize, out var size)) figures.Add(("data/image-size", Measured.Word($"({size}, {size})")));
        if (classNames.Count > 0) figures.AddRange(Classes(classNames));
        return figures;
    }

    private static IEnumerable<(string, Measured)> Split(string name, long images, long train, long validation, long test)
    {
        yield return ("data/images", Measured.Count(images));
        yield return ("data/split-seed", Seed(FoldersSeed(), name));
        yield return ("data/split-train", Measured.Exactly((double)(train + validation) / images));
        yield return ("data/split-test", Measured.Exactly((double)test / images));
        yield return ("data/train-and-validation", Measured.Count(train + validation));
        yield return ("data/validation-share", Measured.Exactly((double)validation / Math.Max(1, train + validation)));
        yield return ("data/loading-seed", Seed(ValidationSeed(), name));
        yield return ("data/train", Measured.Count(train));
        yield return ("data/validation", Measured.Count(validation));
        yield return ("data/test", Measured.Count(test));
    }

    private static IEnumerable<(string, Measured)> Classes(IReadOnlyList<string> names) =>
        [("data/classes", Measured.Count(names.Count)), ("data/class-names", Measured.Word(string.Join(", ", names)))];

    private static List<(string, Measured)> Training(Dataset data)
    {
        using var batch = data.Train().Epoch().First();
        var (s, label) = (batch.Images.shape, batch.OneHot(data.ClassNames.Count));
        var first = label[0];
        return
        [
            ("data/image-shape", Measured.Word(batch.ImageShape, $"({s[0]}, {s[2]}, {s[3]}, {s[1]})")),
            ("data/label-shape", Measured.Word($"[{label.Length}, {first.Length}]", $"({label.Length}, {first.Length})")),
            ("data/sample-label", Measured.Apart($"[{string.Join(' ', first)}]")),
            ("data/label-format", Measured.Word(first.Count(v => v == 1) == 1 && first.Count(v => v == 0) == first.Length - 1 ? "one-hot" : "another")),
            ("data/train-grid", Measured.Count(Math.Min(Shown, batch.Count))),
            ("data/white", Measured.Word(MostFrequent(data, batch.Indices))),
            ("data/maximum-train", Measured.Exactly(batch.Maximum)),
        ];
    }

    private static List<(string, Measured)> Test(Dataset data)
    {
        var shown = data.Pixels.Usable(data.Split.Test).Take(Shown).ToList();
        return
        [
            ("data/test-grid", Measured.Count(shown.Count)),
            ("data/test-grid-classes", Measured.Word(string.Join(", ", shown.Select(i => data.Images.Files[i].Label).Distinct().Select(l => data.ClassNames[l])))),
            ("data/maximum-test", Maximum(data.Test())),
        ];
    }

    private static Measured Maximum(BatchLoader images)
    {
        using var batch = images.Epoch().First();
        return Measured.Exactly(batch.Maximum);
    }

    private static string MostFrequent(Dataset data, IReadOnlyList<int> images)
    {
        var counts = new long[256];
        foreach (var image in images)
        {
            foreach (var value in data.Pixels.Image(image).Planes.Span) counts[value]++;
        }

        return counts.Index().MaxBy(c => c.Item).Index.ToString(CultureInfo.InvariantCulture);
    }

    private static Measured Seed(Regex pattern, string split) => Measured.Word(pattern.Match(split) is { Success: true } match ? match.Groups[1].Value : split);

    [GeneratedRegex(@"^split-folders, seed (\d+)")]
    private static partial Regex FoldersSeed();

    [GeneratedRegex(@"of train for validation, as Keras takes it, seed (\d+)")]
    private static partial Regex ValidationSeed();
}
