using FsCheck.Xunit;
using MathSymbols.Data.Audit;
using Xunit;

namespace MathSymbols.Tests.Data.Audit;

public sealed class FormatAndSizeTests
{
    private static readonly FileKind Png = new("PNG", 4, 4);
    private static readonly FileKind Jpeg = new("JPEG", 4, 4);

    [Fact]
    public void Where_every_class_has_a_kind_of_its_own_all_are_told()
    {
        var found = Of(40, i => (i % 2, i % 2 == 0 ? Png : Jpeg));
        Assert.Equal([Jpeg, Png], found.Kinds);
        Assert.Equal([0, 20, 20, 0], found.Counts.Cast<long>());
        Assert.Equal((40, 20, 40), (found.Correct, found.Largest, found.Count));
        Assert.Equal(1, found.CramersV, 1e-9);
        Assert.Equal((1.0, 1.0), (found.Accuracy, found.Interval.High));
    }

    [Fact]
    public void Where_all_images_are_of_one_kind_the_largest_class_is_told()
    {
        var found = Of(40, i => (i < 30 ? 1 : 0, Png));
        Assert.Equal((30, 30, 0.0), (found.Correct, found.Largest, found.CramersV));
    }

    [Fact]
    public void A_kind_that_was_not_seen_before_gives_nothing_away()
    {
        // By heart, every size would tell its class; the measure is taken on what was not learned.
        var found = Of(40, i => (i % 2, new("PNG", 1 + i, 4)));
        Assert.InRange(found.Correct, 0, 20);
        Assert.Equal(0, found.CramersV, 1e-6);
    }

    [Property]
    public bool Folds_are_of_equal_size_and_each_class_is_spread_evenly(byte[] bytes, byte seed)
    {
        int[] labels = [.. bytes.Select(b => b % 5)];
        var folds = StratifiedFolds.Of(labels, 4, seed);
        return Even(folds) && labels.Distinct().All(l => Even([.. folds.Where((_, i) => labels[i] == l)]));

        static bool Even(int[] folds) => Enumerable.Range(0, 4).Select(f => folds.Count(g => g == f)).ToArray() is var sizes && sizes.Max() - sizes.Min() <= 1;
    }

    private static FormatAndSize Of(int count, Func<int, (int Label, FileKind Kind)> item)
    {
        var items = Enumerable.Range(0, count).Select(item).ToArray();
        return FormatAndSize.Of([.. items.Select(i => i.Label)], [.. items.Select(i => i.Kind)], 2);
    }
}
