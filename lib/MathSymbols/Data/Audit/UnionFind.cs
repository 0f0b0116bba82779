namespace MathSymbols.Data.Audit;

/// <summary>Disjoint sets of the numbers 0 to n − 1, joined two at a time (Tarjan, 1975, JACM 22, 215–225); a set is known by its smallest number.</summary>
internal sealed class UnionFind
{
    private readonly int[] _parents;

    /// <summary>Every number in a set of its own.</summary>
    /// <param name="count">How many numbers.</param>
    public UnionFind(int count) => _parents = [.. Enumerable.Range(0, count)];

    /// <summary>The smallest number of the set that holds a number.</summary>
    public int Find(int number)
    {
        while (_parents[number] != number) number = _parents[number] = _parents[_parents[number]];
        return number;
    }

    /// <summary>Makes one set of two.</summary>
    public void Join(int a, int b)
    {
        var (first, second) = (Find(a), Find(b));
        _parents[Math.Max(first, second)] = Math.Min(first, second);
    }
}
