namespace MathSymbols.Notebooks.Events;

/// <summary>Cuts a stream into lines and never holds more than one, of a limited length.</summary>
internal static class Lines
{
    private const int Usual = 1 << 16;

    /// <param name="line">The line with its end, or a piece of one that is too long or has none.</param>
    /// <param name="whole">Whether it is a line from start to end.</param>
    internal delegate void Handler(ReadOnlySpan<byte> line, bool whole);

    internal static async Task ReadAsync(Stream stream, int longest, Handler handle)
    {
        var buffer = new byte[Math.Min(Usual, longest)];
        var length = 0;
        var inside = false;
        int read;
        while ((read = await stream.ReadAsync(buffer.AsMemory(length))) > 0)
        {
            var used = Cut(buffer.AsSpan(0, length + read), length, ref inside, handle);
            length += read - used;
            buffer.AsSpan(used, length).CopyTo(buffer);
            if (length == 0 && buffer.Length > Usual) buffer = new byte[Math.Min(Usual, longest)];
            if (length < buffer.Length) continue;
            if (length < longest)
            {
                Array.Resize(ref buffer, (int)Math.Min(2L * length, longest));
                continue;
            }
            handle(buffer, false);
            (inside, length) = (true, 0);
        }
        if (length > 0) handle(buffer.AsSpan(0, length), false);
    }

    /// <summary>Handles the lines that end in what has been read; how many bytes that were.</summary>
    private static int Cut(Span<byte> bytes, int searched, ref bool inside, Handler handle)
    {
        var start = 0;
        int at;
        while ((at = bytes[searched..].IndexOf((byte)'\n')) >= 0)
        {
            searched += at + 1;
            handle(bytes[start..searched], !inside);
            inside = false;
            start = searched;
        }
        return start;
    }
}
