namespace MathSymbols.Figures.Audit;

/// <summary>Some of a long list, so that it is seen from one end to the other.</summary>
internal static class Selection
{
    /// <summary>At most so many items, evenly spaced, the first among them.</summary>
    public static IReadOnlyList<T> Of<T>(IReadOnlyList<T> list, int count)
    {
        var taken = Math.Min(count, list.Count);
        return [.. Enumerable.Range(0, taken).Select(i => list[(int)((long)i * list.Count / taken)])];
    }
}
