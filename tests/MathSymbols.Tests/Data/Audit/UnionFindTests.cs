using FsCheck.Xunit;
using MathSymbols.Data.Audit;

namespace MathSymbols.Tests.Data.Audit;

public sealed class UnionFindTests
{
    [Property]
    public bool Sets_are_what_can_be_reached_by_way_of_joins(byte[] joins)
    {
        const int count = 24;
        var pairs = joins.Chunk(2).Where(p => p.Length == 2).Select(p => (A: p[0] % count, B: p[1] % count)).ToArray();
        var sets = new UnionFind(count);
        foreach (var (a, b) in pairs) sets.Join(a, b);
        return Enumerable.Range(0, count).All(i => sets.Find(i) == Reached(i, pairs).Min());
    }

    private static HashSet<int> Reached(int start, (int A, int B)[] pairs)
    {
        HashSet<int> reached = [start];
        for (var before = 0; before < reached.Count;)
        {
            before = reached.Count;
            foreach (var (a, b) in pairs)
            {
                if (reached.Contains(a) || reached.Contains(b)) reached.UnionWith([a, b]);
            }
        }

        return reached;
    }
}
