namespace MathSymbols.Data.Obtain;

/// <summary>Which of an archive's images are the dataset, whatever folder they lie in.</summary>
/// <param name="Top">The folder that holds the class folders, or train/ and test/ which hold them; "" for the archive's own top.</param>
/// <param name="Images">The images below it: an index into the paths, and the path below the top.</param>
internal sealed record ArchiveLayout(string Top, IReadOnlyList<(int Index, string Target)> Images)
{
    // As ImageFolder reads them.
    private static readonly string[] Partitions = ["train", "val", "validation", "test"];

    /// <summary>Finds the folder with the most images in class folders, of two alike the shallower.</summary>
    /// <param name="paths">The images' paths, with '/' between the parts.</param>
    /// <returns>The layout; null when no image lies in a class folder.</returns>
    public static ArchiveLayout? Choose(IReadOnlyList<string> paths)
    {
        var tops = new Dictionary<(string Top, bool IsSplit), List<(int Index, string Target)>>();
        for (var i = 0; i < paths.Count; i++)
        {
            if (IsHidden(paths[i]) || Parent(paths[i]) is not { Length: > 0 } folder) continue;
            var top = Parent(folder);
            Add(tops, (top, false), i, paths[i]);
            if (Partitions.Contains(NameOf(top))) Add(tops, (Parent(top), true), i, paths[i]);
        }

        return tops.Where(t => !t.Key.IsSplit || HasTrainAndTest(t.Value))
            .OrderByDescending(t => t.Value.Count).ThenBy(t => Depth(t.Key.Top)).ThenBy(t => t.Key.Top, StringComparer.Ordinal).ThenBy(t => t.Key.IsSplit)
            .Select(t => new ArchiveLayout(t.Key.Top, t.Value)).FirstOrDefault();
    }

    /// <summary>True below a folder that no person looks into: dot-folders, and what macOS adds to archives.</summary>
    /// <param name="path">A path with '/' between the parts.</param>
    public static bool IsHidden(string path) => path.Split('/').Any(p => p.StartsWith('.') || p == "__MACOSX");

    private static void Add(Dictionary<(string Top, bool IsSplit), List<(int Index, string Target)>> tops, (string Top, bool IsSplit) key, int index, string path)
    {
        if (!tops.TryGetValue(key, out var images)) tops.Add(key, images = []);
        images.Add((index, key.Top.Length == 0 ? path : path[(key.Top.Length + 1)..]));
    }

    private static bool HasTrainAndTest(List<(int Index, string Target)> images) =>
        images.Any(i => i.Target.StartsWith("train/", StringComparison.Ordinal)) && images.Any(i => i.Target.StartsWith("test/", StringComparison.Ordinal));

    private static string Parent(string path) => path[..Math.Max(path.LastIndexOf('/'), 0)];

    private static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    private static int Depth(string top) => top.Length == 0 ? 0 : top.Count(c => c == '/') + 1;
}
