using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;

namespace MathSymbols.Benchmarks.Fuzz.Images.Seeds;

/// <summary>Draws noise as a PNG of any colour type.</summary>
/// <param name="Type">Its name in the format: 0 grey, 2 RGB, 3 palette, 4 grey with alpha, 6 RGB with alpha.</param>
/// <param name="Bits">Bits a sample.</param>
/// <param name="Interlaced">In seven passes.</param>
internal sealed record PngSketch(int Type, int Bits, bool Interlaced = false)
{
    public const int Width = 21;
    public const int Height = 13;

    private static readonly (int X, int Y, int StepX, int StepY)[] Passes = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    public byte[] Draw(Random random)
    {
        using var file = new MemoryStream();
        file.Write([0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10]);
        Write(file, "IHDR", [0, 0, 0, Width, 0, 0, 0, Height, (byte)Bits, (byte)Type, 0, 0, (byte)(Interlaced ? 1 : 0)]);
        Write(file, "gAMA", [0, 0, 0xB1, 0x8F]);
        if (Type == 3)
        {
            Write(file, "PLTE", Noise(random, 3 << Bits));
            Write(file, "tRNS", Noise(random, 1 << Bits));
        }

        Write(file, "IDAT", Compressed(random));
        Write(file, "IEND", []);
        return file.ToArray();
    }

    private byte[] Compressed(Random random)
    {
        using var stream = new MemoryStream();
        using (var zlib = new ZLibStream(stream, CompressionLevel.Fastest))
        {
            foreach (var (x, y, stepX, stepY) in Interlaced ? Passes : [(0, 0, 1, 1)])
            {
                for (var row = y; row < Height; row += stepY)
                {
                    zlib.WriteByte((byte)random.Next(5)); // The row's filter.
                    zlib.Write(Noise(random, (((Width - x + stepX - 1) / stepX * Samples * Bits) + 7) / 8));
                }
            }
        }

        return stream.ToArray();
    }

    private int Samples => Type switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };

    private static byte[] Noise(Random random, int length)
    {
        var bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }

    private static void Write(MemoryStream file, string type, byte[] data)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. data];
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(named);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.HashToUInt32(named));
        file.Write(number);
    }
}
