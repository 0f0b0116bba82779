using MathSymbols.Data.Audit;
using Xunit;

namespace MathSymbols.Tests.Data.Audit;

public sealed class DuplicateGroupsTests
{
    private static readonly DuplicateGroups Groups = DuplicateGroups.Of(9, [Pair(2, 7, CopyKind.Near), Pair(4, 5, CopyKind.SameBytes), Pair(1, 7, CopyKind.SamePixels)]);

    [Fact]
    public void Copies_of_copies_are_one_group_of_the_loosest_kind()
    {
        Assert.Equal([[1, 2, 7], [4, 5]], Groups.Groups.Select(g => g.Members));
        Assert.Equal([CopyKind.Near, CopyKind.SameBytes], Groups.Groups.Select(g => g.Kind));
        Assert.Equal([(1, 7), (2, 7)], Groups.Groups[0].Pairs.Select(p => (p.First, p.Second)));
        Assert.Equal([null, 0, 0, null, 1, 1, null, 0, null], Enumerable.Range(0, 9).Select(Groups.GroupOf));
    }

    [Fact]
    public void Images_with_a_copy_among_others_are_told_and_none_is_a_copy_of_itself()
    {
        Assert.Equal([7, 5], Groups.WithCopyIn([8, 7, 5], [0, 1, 4]));
        Assert.Empty(Groups.WithCopyIn([4, 3], [4, 3, 7]));
    }

    [Fact]
    public void A_pair_of_images_that_there_are_not_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => DuplicateGroups.Of(2, [Pair(0, 2, CopyKind.Near)]));

    private static CopyPair Pair(int first, int second, CopyKind kind) => new(first, second, kind, Likeness.Same);
}
