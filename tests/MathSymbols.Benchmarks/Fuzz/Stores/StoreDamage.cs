namespace MathSymbols.Benchmarks.Fuzz.Stores;

/// <summary>What is done to a store's file.</summary>
internal enum StoreDamage
{
    None,
    Numbers,
    HeaderBytes,
    Rows,
    IndexBytes,
    IndexLie,
    Cut,
    Longer,
    Newer,
    Hole,
    Anywhere,
}
