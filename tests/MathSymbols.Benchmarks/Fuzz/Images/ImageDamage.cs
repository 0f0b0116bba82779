namespace MathSymbols.Benchmarks.Fuzz.Images;

/// <summary>What is done to an image file first; more may follow.</summary>
internal enum ImageDamage
{
    None,
    Bits,
    Bytes,
    Cut,
    Splice,
    Length,
    Extent,
    Content,
    Parts,
}
