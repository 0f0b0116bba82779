using System.Buffers.Binary;

namespace MathSymbols.Benchmarks.Fuzz.Images.Layout;

/// <summary>A JPEG's segments and scans.</summary>
internal static class JpegLayout
{
    public static void Read(ReadOnlySpan<byte> file, ImageLayout layout)
    {
        var at = 2;
        while (at + 4 <= file.Length && file[at] == 0xFF && file[at + 1] != 0xD9)
        {
            var marker = file[at + 1];
            var end = at + 2 + BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
            layout.Length(at + 2, 2, bigEndian: true);
            if (marker is 0xC0 or 0xC1 or 0xC2)
            {
                layout.Extent(at + 5, 2, bigEndian: true);
                layout.Extent(at + 7, 2, bigEndian: true);
            }

            if (end > file.Length || end < at + 4) return;
            if (marker == 0xDA)
            {
                var data = end;
                while (end < file.Length && !IsMarker(file, end)) end++;
                if (end > data) layout.Content.Add(data..end);
            }
            else
            {
                if (end > at + 4) layout.Content.Add((at + 4)..end);
            }

            layout.Parts.Add(at..end);
            at = end;
        }
    }

    // In a scan, FF 00 is data, and FF D0 to D7 are restarts.
    private static bool IsMarker(ReadOnlySpan<byte> file, int at) => file[at] == 0xFF && at + 1 < file.Length && file[at + 1] is not (0 or (>= 0xD0 and <= 0xD7));
}
