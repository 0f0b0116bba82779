using MathSymbols.Data.Random;

namespace MathSymbols.Data;

/// <summary>A smaller set of images with the same share of every class.</summary>
public static class StratifiedSubset
{
    /// <summary>Draws images class by class, so that each class keeps its share to within one image.</summary>
    /// <param name="images">The folder.</param>
    /// <param name="indices">The images to draw from.</param>
    /// <param name="count">How many to draw; all of them when there are no more than that.</param>
    /// <param name="seed">Seeds the draw, 0 or more.</param>
    /// <returns>The drawn indices, in the order in which they stand in <paramref name="indices"/>.</returns>
    public static IReadOnlyList<int> Draw(ImageFolder images, IReadOnlyList<int> indices, int count, int seed)
    {
        ArgumentNullException.ThrowIfNull(images);
        ArgumentNullException.ThrowIfNull(indices);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(seed);
        if (count >= indices.Count) return indices;
        var chosen = new HashSet<int>();
        double quota = 0;
        foreach (var members in indices.GroupBy(i => images.Files[i].Label).OrderBy(g => g.Key).Select(g => g.ToArray()))
        {
            // What one class is short by rounding, the next makes up for.
            quota += (double)members.Length * count / indices.Count;
            Shuffle.Numpy(members, seed);
            var take = (int)Math.Round(quota) - chosen.Count;
            foreach (var index in members.Take(take)) chosen.Add(index);
        }

        return [.. indices.Where(chosen.Contains)];
    }
}
