namespace MathSymbols.Data;

/// <summary>Some of a list, evenly spaced over it.</summary>
internal static class EvenlySpaced
{
    /// <summary>The first, and others at equal distances, in order; all where there are no more.</summary>
    /// <param name="list">The list.</param>
    /// <param name="count">How many at most, at least 1.</param>
    public static IReadOnlyList<T> Of<T>(IReadOnlyList<T> list, int count)
    {
        var taken = Math.Min(count, list.Count);
        return [.. Enumerable.Range(0, taken).Select(i => list[(int)((long)i * list.Count / taken)])];
    }
}
