namespace MathSymbols.Data.Audit;

/// <summary>The copies among images, as connected components: an image is in one group or in none.</summary>
public sealed class DuplicateGroups
{
    private readonly int[] _groupOf;

    private DuplicateGroups(int[] groupOf, IReadOnlyList<DuplicateGroup> groups) => (_groupOf, Groups) = (groupOf, groups);

    /// <summary>The groups, ordered by their first member.</summary>
    public IReadOnlyList<DuplicateGroup> Groups { get; }

    /// <summary>Joins pairs to groups.</summary>
    /// <param name="count">How many images there are.</param>
    /// <param name="pairs">Which are copies of each other.</param>
    /// <exception cref="ArgumentOutOfRangeException">A pair names an image that there is not.</exception>
    public static DuplicateGroups Of(int count, IReadOnlyList<CopyPair> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        var sets = new UnionFind(count);
        foreach (var pair in pairs)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(pair.First, nameof(pairs));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(pair.Second, count, nameof(pairs));
            sets.Join(pair.First, pair.Second);
        }

        var groupOf = Enumerable.Repeat(-1, count).ToArray();
        var pairsOf = pairs.ToLookup(p => sets.Find(p.First));
        var groups = new List<DuplicateGroup>();
        foreach (var members in Enumerable.Range(0, count).GroupBy(sets.Find).Where(g => g.Skip(1).Any()))
        {
            foreach (var member in members) groupOf[member] = groups.Count;
            groups.Add(new(groups.Count, [.. members], pairsOf[members.Key].Max(p => p.Kind), [.. pairsOf[members.Key].OrderBy(p => (p.First, p.Second))]));
        }

        return new(groupOf, groups);
    }

    /// <summary>The group an image is in, as an index into <see cref="Groups"/>; null when it has no copy.</summary>
    /// <param name="image">An index into <see cref="ImageFolder.Files"/>.</param>
    public int? GroupOf(int image) => _groupOf[image] < 0 ? null : _groupOf[image];

    /// <summary>Those of some images that have a copy among others: the test images that a training image gives away, for one.</summary>
    /// <param name="images">Indices, in the order of the result.</param>
    /// <param name="others">Indices; an image is no copy of itself.</param>
    public IReadOnlyList<int> WithCopyIn(IReadOnlyList<int> images, IReadOnlyList<int> others)
    {
        ArgumentNullException.ThrowIfNull(images);
        ArgumentNullException.ThrowIfNull(others);
        var there = others.Where(o => _groupOf[o] >= 0).Distinct().ToLookup(o => _groupOf[o]);
        return [.. images.Where(i => _groupOf[i] >= 0 && there[_groupOf[i]].Any(o => o != i))];
    }
}
