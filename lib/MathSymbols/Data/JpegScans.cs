using System.Buffers.Binary;

namespace MathSymbols.Data;

/// <summary>
/// Counts the scans of a JPEG file. Each has the decoder go through the whole image, and a scan that changes nothing takes some twenty
/// bytes: a file of ordinary length can keep a machine busy for days.
/// </summary>
internal static class JpegScans
{
    private const byte Start = 0xFF, BeginOfImage = 0xD8, EndOfImage = 0xD9, Scan = 0xDA, FirstRestart = 0xD0, LastRestart = 0xD7, Temporary = 0x01;

    /// <summary>How many there are; 0 for what is no JPEG file.</summary>
    /// <param name="content">The file's bytes.</param>
    public static int Count(ReadOnlySpan<byte> content)
    {
        if (!content.StartsWith((ReadOnlySpan<byte>)[Start, BeginOfImage])) return 0;
        var scans = 0;
        for (var i = Next(content, 2); i < content.Length && content[i] != EndOfImage; i = Next(content, i + 1 + Segment(content, i)))
        {
            if (content[i] == Scan) scans++;
        }

        return scans;
    }

    // Where the next marker's second byte stands. As decoders do, over whatever lies between: the data of a scan, and bytes that nobody knows.
    private static int Next(ReadOnlySpan<byte> content, int from)
    {
        while (from < content.Length)
        {
            var found = content[from..].IndexOf(Start);
            if (found < 0) break;
            from += found;
            while (from < content.Length && content[from] == Start) from++;
            if (from < content.Length && content[from] != 0) return from;
        }

        return content.Length;
    }

    // The bytes behind a marker that belong to it.
    private static int Segment(ReadOnlySpan<byte> content, int marker) =>
        content[marker] is Temporary or BeginOfImage or (>= FirstRestart and <= LastRestart) || marker + 3 > content.Length ? 0 : BinaryPrimitives.ReadUInt16BigEndian(content[(marker + 1)..]);
}
