namespace MathSymbols.Benchmarks.Fuzz.Images.Layout;

/// <summary>What stands where in an image file, damaged or not, as far as it can be followed.</summary>
internal sealed class ImageLayout
{
    /// <summary>Lengths and extents.</summary>
    public List<ImageField> Fields { get; } = [];

    /// <summary>Chunks, segments, scans: what can be left out or repeated.</summary>
    public List<Range> Parts { get; } = [];

    /// <summary>Compressed data.</summary>
    public List<Range> Content { get; } = [];

    public static ImageLayout Of(ReadOnlySpan<byte> file)
    {
        var (layout, length) = (new ImageLayout(), file.Length);
        if (file.StartsWith(PngLayout.Signature)) PngLayout.Read(file, layout);
        else if (file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8])) JpegLayout.Read(file, layout);
        else if (file.StartsWith("RIFF"u8)) WebpLayout.Read(file, layout);
        else if (file.StartsWith("GIF8"u8)) ReadGif(file, layout);
        else if (file.StartsWith("BM"u8)) ReadBmp(file, layout);
        layout.Fields.RemoveAll(f => f.Offset + f.Bytes > length);
        return layout;
    }

    private static void ReadGif(ReadOnlySpan<byte> file, ImageLayout layout)
    {
        layout.Extent(6, 2, bigEndian: false);
        layout.Extent(8, 2, bigEndian: false);
        var frame = file.IndexOf((byte)0x2C);
        if (frame < 0 || frame + 11 >= file.Length) return;
        foreach (var at in (int[])[1, 3, 5, 7]) layout.Extent(frame + at, 2, bigEndian: false);
        layout.Parts.Add(frame..(file.Length - 1));
        layout.Content.Add((frame + 10)..file.Length);
    }

    private static void ReadBmp(ReadOnlySpan<byte> file, ImageLayout layout)
    {
        layout.Extent(18, 4, bigEndian: false);
        layout.Extent(22, 4, bigEndian: false);
        foreach (var at in (int[])[2, 10, 14, 34, 46]) layout.Length(at, 4, bigEndian: false);
        if (file.Length > 54) layout.Content.Add(54..file.Length);
    }

    public void Extent(int offset, int bytes, bool bigEndian) => Fields.Add(new(offset, bytes, bigEndian, IsExtent: true));

    public void Length(int offset, int bytes, bool bigEndian) => Fields.Add(new(offset, bytes, bigEndian, IsExtent: false));
}
