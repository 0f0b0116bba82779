namespace MathSymbols.Benchmarks.Fuzz.Images.Layout;

/// <summary>A number in an image file that says how much there is.</summary>
/// <param name="Offset">Where it stands.</param>
/// <param name="Bytes">2, 3 or 4.</param>
/// <param name="BigEndian">Its highest byte comes first.</param>
/// <param name="IsExtent">The width or height of a picture; else the length of a part.</param>
internal sealed record ImageField(int Offset, int Bytes, bool BigEndian, bool IsExtent)
{
    public uint Read(ReadOnlySpan<byte> file)
    {
        var value = 0u;
        for (var i = 0; i < Bytes; i++) value |= (uint)file[At(i)] << (8 * i);
        return value;
    }

    public void Write(Span<byte> file, uint value)
    {
        for (var i = 0; i < Bytes; i++) file[At(i)] = (byte)(value >> (8 * i));
    }

    private int At(int i) => BigEndian ? Offset + Bytes - 1 - i : Offset + i;
}
