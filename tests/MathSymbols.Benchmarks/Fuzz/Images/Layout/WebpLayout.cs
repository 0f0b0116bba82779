using System.Buffers.Binary;

namespace MathSymbols.Benchmarks.Fuzz.Images.Layout;

/// <summary>A WebP's chunks.</summary>
internal static class WebpLayout
{
    public static void Read(ReadOnlySpan<byte> file, ImageLayout layout)
    {
        layout.Length(4, 4, bigEndian: false);
        for (var at = 12; at + 8 <= file.Length;)
        {
            layout.Length(at + 4, 4, bigEndian: false);
            if (file[at..].StartsWith("VP8 "u8))
            {
                layout.Extent(at + 14, 2, bigEndian: false);
                layout.Extent(at + 16, 2, bigEndian: false);
            }

            // 14 bits each, behind a byte of signature.
            if (file[at..].StartsWith("VP8L"u8)) layout.Extent(at + 9, 4, bigEndian: false);
            var length = BinaryPrimitives.ReadUInt32LittleEndian(file[(at + 4)..]);
            var end = at + 8 + (long)length + (length & 1);
            if (end > file.Length) return;
            layout.Parts.Add(at..(int)end);
            if (length > 0) layout.Content.Add((at + 8)..(int)end);
            at = (int)end;
        }
    }
}
