using MathSymbols.Data.Random;

namespace MathSymbols.Data.Folds;

/// <summary>Deals groups of items to parts, each group whole, so that each class has its share in every part.</summary>
internal static class GroupedDeal
{
    /// <summary>
    /// The part of each item. The largest groups go first, those of one size in shuffled order, each to the part that is then nearest to
    /// what it should have: where Σ (items − due)² / due over the group's classes grows least. A tie goes to the part that is emptiest
    /// for its share, then to the first. With equal shares and groups of one class each, no class is further from even than the largest group.
    /// </summary>
    /// <param name="labels">The items' classes.</param>
    /// <param name="groups">Places in <paramref name="labels"/>; each item stands in one group, alone or not.</param>
    /// <param name="shares">What each part should have of the items; positive, together 1.</param>
    /// <param name="seed">Seeds the shuffling, 0 or more.</param>
    /// <returns>One number an item: a place in <paramref name="shares"/>.</returns>
    public static int[] Of(IReadOnlyList<int> labels, IReadOnlyList<IReadOnlyList<int>> groups, IReadOnlyList<double> shares, int seed)
    {
        var perClass = labels.CountBy(l => l).ToDictionary(c => c.Key, c => c.Value);
        var dealt = shares.Select(_ => perClass.Keys.ToDictionary(c => c, _ => 0)).ToArray();
        var sizes = new int[shares.Count];
        var result = new int[labels.Count];
        var order = groups.ToArray();
        Shuffle.Numpy(order, seed);
        foreach (var group in order.OrderByDescending(g => g.Count)) // Stable: the shuffled order stays.
        {
            var counts = group.CountBy(i => labels[i]).ToArray();
            var part = Enumerable.Range(0, shares.Count).MinBy(p => (counts.Sum(c => Growth(c.Value, dealt[p][c.Key], perClass[c.Key] * shares[p])), sizes[p] / shares[p]));
            foreach (var (label, count) in counts) dealt[part][label] += count;
            sizes[part] += group.Count;
            foreach (var item in group) result[item] = part;
        }

        return result;
    }

    private static double Growth(int more, int there, double due) => more * ((2 * (there - due)) + more) / due;
}
