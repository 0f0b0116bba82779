namespace MathSymbols.Benchmarks.Fuzz;

/// <summary>A damaged file.</summary>
/// <param name="Kind">The damage's index in <see cref="IDataFuzz.Kinds"/>.</param>
/// <param name="Bytes">What it holds.</param>
/// <param name="Hole">Zeros after the bytes that the disk need not hold.</param>
internal sealed record FuzzCase(int Kind, byte[] Bytes, long Hole = 0)
{
    /// <summary>Puts the file in its place.</summary>
    // In place: a file cut to nothing and written anew is flushed to the disk by some file systems, which takes ten times as long as all the rest.
    public void Put(string path)
    {
        using var stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write);
        stream.SetLength(Bytes.Length + Hole);
        stream.Write(Bytes);
    }
}
