using MathSymbols.Benchmarks.Fuzz.Images.Layout;

namespace MathSymbols.Benchmarks.Fuzz.Images;

/// <summary>Damages good image files, most of them so that their checksums still hold.</summary>
/// <param name="seeds">The good files.</param>
/// <param name="largest">Width and height that a file claims now and then.</param>
internal sealed class ImageMutator(IReadOnlyList<byte[]> seeds, uint largest)
{
    private const int LongestFile = 1_000_000;
    private static readonly uint[] Odd = [0, 1, 2, 7, 255, 256, 16383, 16384, 32767, 32768, 65535, 65536, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF];

    /// <summary>Makes a file; one number gives one file.</summary>
    public (ImageDamage Damage, byte[] File) Make(long number)
    {
        var random = new Random(unchecked((int)number));
        var file = seeds[random.Next(seeds.Count)].ToArray();
        var first = (ImageDamage)(random.Next(50) == 0 ? 0 : 1 + random.Next(Enum.GetValues<ImageDamage>().Length - 1));
        file = Apply(first, file, random);
        while (first != ImageDamage.None && random.Next(3) == 0) file = Apply((ImageDamage)(1 + random.Next(Enum.GetValues<ImageDamage>().Length - 1)), file, random);

        // Checksums are right in a good file already.
        if (random.Next(8) > 0) PngLayout.Repair(file);
        return (first, file);
    }

    private byte[] Apply(ImageDamage damage, byte[] file, Random random)
    {
        if (damage == ImageDamage.None || file.Length == 0) return file;
        var layout = ImageLayout.Of(file);
        switch (damage)
        {
            case ImageDamage.Bits:
                for (var left = 1 + random.Next(8); left > 0; left--) file[random.Next(file.Length)] ^= (byte)(1 << random.Next(8));
                return file;
            case ImageDamage.Bytes:
                return Overwrite(file, .., random);
            case ImageDamage.Cut:
                return file[..random.Next(file.Length)];
            case ImageDamage.Splice:
                var other = seeds[random.Next(seeds.Count)];
                return [.. file[..random.Next(file.Length)], .. other[random.Next(other.Length)..]];
            case ImageDamage.Content when layout.Content.Count > 0:
                return Overwrite(file, layout.Content[random.Next(layout.Content.Count)], random);
            case ImageDamage.Parts when layout.Parts.Count > 0:
                return ChangeParts(file, layout.Parts, random);
            case ImageDamage.Length or ImageDamage.Extent:
                Lie(file, [.. layout.Fields.Where(f => f.IsExtent == (damage == ImageDamage.Extent))], random);
                return file;
            default:
                return file;
        }
    }

    private static byte[] Overwrite(byte[] file, Range within, Random random)
    {
        var (start, length) = within.GetOffsetAndLength(file.Length);
        var at = start + random.Next(length);
        var run = file.AsSpan(at, Math.Min(start + length - at, 1 + random.Next(24)));
        if (random.Next(2) == 0) random.NextBytes(run);
        else run.Fill((byte)(random.Next(2) * byte.MaxValue));
        return file;
    }

    // Repeated, left out, or moved to another's place; now and then so often that time and memory would show.
    private static byte[] ChangeParts(byte[] file, List<Range> parts, Random random)
    {
        var part = file[parts[random.Next(parts.Count)]];
        var (at, _) = parts[random.Next(parts.Count)].GetOffsetAndLength(file.Length);
        if (random.Next(3) == 0) return [.. file[..at], .. file[Math.Min(at + part.Length, file.Length)..]];
        var times = random.Next(20) == 0 ? Math.Min(2000, LongestFile / Math.Max(1, part.Length)) : 1 + random.Next(3);
        return [.. file[..at], .. Enumerable.Repeat(part, times).SelectMany(b => b), .. file[at..]];
    }

    private void Lie(byte[] file, ImageField[] fields, Random random)
    {
        if (fields.Length == 0) return;

        // Rarely: if it is as large as is just allowed, it takes seconds to read.
        if (random.Next(60) == 0)
        {
            foreach (var field in fields) field.Write(file, largest);
            return;
        }

        var lied = fields[random.Next(fields.Length)];
        var now = lied.Read(file);
        lied.Write(file, unchecked(random.Next(6) switch
        {
            0 => now + 1,
            1 => now - 1,
            2 => now * 2,
            3 => (uint)random.Next(300),
            _ => Odd[random.Next(Odd.Length)],
        }));
    }
}
