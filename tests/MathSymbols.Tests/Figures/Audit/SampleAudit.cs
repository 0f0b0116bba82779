using MathSymbols.Data;
using MathSymbols.Data.Audit;
using MathSymbols.Tests.Support;

namespace MathSymbols.Tests.Figures.Audit;

/// <summary>Audits of ten small images with findings that are made up: 0 to 4 are of one class, 5 to 9 of the other; 3 and 8 are for validation, 4 and 9 for test.</summary>
internal static class SampleAudit
{
    public const string First = "a&b";

    public static DatasetAudit Of(TemporaryFolder folder) => Of(
        folder,
        [new(0, 4, CopyKind.SameBytes, Likeness.Same), new(1, 6, CopyKind.Near, new(0.99, 0.05, 1, 0)), new(2, 3, CopyKind.SamePixels, Likeness.Same)],
        [new(5, [new(ImageEdge.Left, 10, 0.25)]), new(9, [new(ImageEdge.Top, 9, 0.4), new(ImageEdge.Left, 1, 0.05)])]);

    public static DatasetAudit Clean(TemporaryFolder folder) => Of(folder, [], []);

    /// <summary>What a model says that is sure of each label, but of the second image's.</summary>
    public static IReadOnlyList<IReadOnlyList<float>?> Predictions { get; } = [.. Enumerable.Range(0, 10).Select(i => (float[])(i == 1 ? [0.05f, 0.95f] : i < 5 ? [0.9f, 0.1f] : [0.1f, 0.9f]))];

    private static DatasetAudit Of(TemporaryFolder folder, CopyPair[] pairs, MarkedImage[] marks)
    {
        var images = SampleImages.Write(folder["audited"], 5, First, "c");
        ImageFacts[] facts = [.. Enumerable.Range(0, images.Count).Select(i => new ImageFacts("PNG", 8 + i % 5, 9, false, 100))];
        return new(images, new("by hand", [0, 1, 2, 5, 6, 7], [3, 8], [4, 9]), facts, [], DuplicateGroups.Of(images.Count, pairs), FormatAndSize.Of(images, facts), marks);
    }
}
