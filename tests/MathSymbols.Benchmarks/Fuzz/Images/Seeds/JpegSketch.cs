namespace MathSymbols.Benchmarks.Fuzz.Images.Seeds;

/// <summary>Draws coarse noise as a JPEG: one coefficient or two a block.</summary>
/// <param name="Components">1 grey, 3 colour, 4 CMYK.</param>
/// <param name="Progressive">In several scans.</param>
/// <param name="Orientation">What EXIF says; 0 for none.</param>
internal sealed record JpegSketch(int Components, bool Progressive, byte Orientation = 0)
{
    private const int Width = 24;
    private const int Height = 16;
    private const int Blocks = Width / 8 * Height / 8;

    public byte[] Draw(Random random)
    {
        using var file = new MemoryStream();
        file.Write([0xFF, 0xD8]);
        if (Orientation > 0) Segment(file, 0xE1, [.. "Exif\0\0MM\0*\0\0\0\u0008\0\u0001\u0001\u0012\0\u0003\0\0\0\u0001\0"u8, Orientation, 0, 0, 0, 0, 0, 0]);
        if (Components == 4) Segment(file, 0xEE, [.. "Adobe"u8, 0, 100, 0, 0, 0, 0, 0]);
        Segment(file, 0xDB, [0, .. Enumerable.Repeat((byte)16, 64)]);
        Segment(file, (byte)(Progressive ? 0xC2 : 0xC0), [8, 0, Height, 0, Width, (byte)Components, .. Numbers.SelectMany(c => (byte[])[(byte)(c + 1), 0x11, 0])]);

        // Twelve codes of four bits for the sizes of means; three of two bits for the rest of a block.
        Segment(file, 0xC4, [0x00, 0, 0, 0, 12, .. new byte[12], .. Enumerable.Range(0, 12).Select(i => (byte)i)]);
        Segment(file, 0xC4, [0x10, 0, 3, .. new byte[14], 0x00, 0x01, 0x11]);
        if (!Progressive)
        {
            Scan(file, Numbers, 0, 63, 0, bits => { Mean(bits, random); Rest(bits, random); });
            file.Write([0xFF, 0xD9]);
            return file.ToArray();
        }

        Scan(file, Numbers, 0, 0, 0x01, bits => Mean(bits, random));
        foreach (var c in Numbers) Scan(file, [c], 1, 63, 0, bits => Rest(bits, random));
        Scan(file, Numbers, 0, 0, 0x10, bits => bits.Write(random.Next(2), 1));
        file.Write([0xFF, 0xD9]);
        return file.ToArray();
    }

    private int[] Numbers => [.. Enumerable.Range(0, Components)];

    private static void Mean(BitWriter bits, Random random)
    {
        bits.Write(4, 4);
        bits.Write(random.Next(16), 4);
    }

    private static void Rest(BitWriter bits, Random random)
    {
        for (var left = random.Next(3); left > 0; left--)
        {
            bits.Write(1 + random.Next(2), 2);
            bits.Write(random.Next(2), 1);
        }

        bits.Write(0, 2);
    }

    private static void Scan(MemoryStream file, int[] components, byte from, byte to, byte approximation, Action<BitWriter> block)
    {
        Segment(file, 0xDA, [(byte)components.Length, .. components.SelectMany(c => (byte[])[(byte)(c + 1), 0x00]), from, to, approximation]);
        var bits = new BitWriter(file);
        for (var i = 0; i < Blocks * components.Length; i++) block(bits);
        bits.Flush();
    }

    private static void Segment(MemoryStream file, byte marker, byte[] data) =>
        file.Write([0xFF, marker, (byte)((data.Length + 2) >> 8), (byte)(data.Length + 2), .. data]);

    private sealed class BitWriter(MemoryStream file)
    {
        private int _bits;
        private int _count;

        public void Write(int value, int count)
        {
            for (var i = count - 1; i >= 0; i--)
            {
                _bits = (_bits << 1) | ((value >> i) & 1);
                if (++_count == 8) Put();
            }
        }

        public void Flush()
        {
            while (_count > 0) Write(1, 1);
        }

        private void Put()
        {
            file.WriteByte((byte)_bits);
            if (_bits == 0xFF) file.WriteByte(0);
            (_bits, _count) = (0, 0);
        }
    }
}
