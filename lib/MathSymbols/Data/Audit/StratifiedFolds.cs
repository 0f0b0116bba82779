using MathSymbols.Data.Random;

namespace MathSymbols.Data.Audit;

/// <summary>Parts of equal size for cross-validation, in each of which every class has its share.</summary>
internal static class StratifiedFolds
{
    /// <summary>The fold of each item: each class is shuffled, then dealt out, going on where the class before it ended.</summary>
    /// <param name="labels">The items' classes.</param>
    /// <param name="folds">How many folds, at least 2.</param>
    /// <param name="seed">Seeds the shuffling, 0 or more.</param>
    /// <returns>One number an item, 0 to <paramref name="folds"/> − 1.</returns>
    public static int[] Of(IReadOnlyList<int> labels, int folds, int seed)
    {
        var (result, next) = (new int[labels.Count], 0);
        foreach (var members in Enumerable.Range(0, labels.Count).GroupBy(i => labels[i]).OrderBy(g => g.Key).Select(g => g.ToArray()))
        {
            Shuffle.Numpy(members, seed);
            foreach (var member in members) result[member] = next++ % folds;
        }

        return result;
    }
}
