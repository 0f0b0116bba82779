using System.Buffers.Binary;
using System.Text;

namespace MathSymbols.Runtime;

/// <summary>
/// Reads and changes the symbol versions that a 64-bit little-endian ELF library demands of others (System V ABI; Linux Standard Base,
/// "Symbol Versioning": Elf64_Verneed, Elf64_Vernaux).
/// </summary>
internal static class ElfVersionNeeds
{
    private const int GnuVersionNeeds = 0x6ffffffe; // SHT_GNU_verneed.
    private const ushort WeakFlag = 2;        // VER_FLG_WEAK: the loader warns at most when the version is missing.

    /// <summary>The names of all versions the library demands and that are not weak.</summary>
    /// <param name="image">The library file.</param>
    /// <exception cref="BadImageFormatException">Not a 64-bit little-endian ELF file, or a damaged one.</exception>
    public static IReadOnlyList<string> Strong(ReadOnlySpan<byte> image)
    {
        var names = new List<string>();
        foreach (var (flagsOffset, name) in Entries(image))
        {
            if ((BinaryPrimitives.ReadUInt16LittleEndian(image[flagsOffset..]) & WeakFlag) == 0) names.Add(name);
        }

        return names;
    }

    /// <summary>Marks one demanded version as weak.</summary>
    /// <param name="image">The library file, changed in place.</param>
    /// <param name="version">The version's name, such as GLIBCXX_3.4.32.</param>
    /// <returns>False when the library does not demand that version.</returns>
    /// <exception cref="BadImageFormatException">Not a 64-bit little-endian ELF file, or a damaged one.</exception>
    public static bool MakeWeak(Span<byte> image, string version)
    {
        var found = false;
        foreach (var (flagsOffset, name) in Entries(image))
        {
            if (name != version) continue;
            var flags = BinaryPrimitives.ReadUInt16LittleEndian(image[flagsOffset..]);
            BinaryPrimitives.WriteUInt16LittleEndian(image[flagsOffset..], (ushort)(flags | WeakFlag));
            found = true;
        }

        return found;
    }

    private static List<(int FlagsOffset, string Name)> Entries(ReadOnlySpan<byte> image)
    {
        try
        {
            return Read(image);
        }
        catch (Exception e) when (e is ArgumentOutOfRangeException or OverflowException or IndexOutOfRangeException)
        {
            throw new BadImageFormatException("The ELF file is damaged: a section lies outside of it.", e);
        }
    }

    private static List<(int FlagsOffset, string Name)> Read(ReadOnlySpan<byte> image)
    {
        if (image.Length < 64 || !image[..6].SequenceEqual("\u007fELF\u0002\u0001"u8))
            throw new BadImageFormatException("Not a 64-bit little-endian ELF file.");

        var sections = checked((int)BinaryPrimitives.ReadUInt64LittleEndian(image[0x28..]));
        var sectionSize = BinaryPrimitives.ReadUInt16LittleEndian(image[0x3a..]);
        var sectionCount = BinaryPrimitives.ReadUInt16LittleEndian(image[0x3c..]);
        var result = new List<(int, string)>();
        for (var i = 0; i < sectionCount; i++)
        {
            var header = image.Slice(sections + i * sectionSize, sectionSize);
            if (BinaryPrimitives.ReadUInt32LittleEndian(header[4..]) != GnuVersionNeeds) continue;
            var offset = checked((int)BinaryPrimitives.ReadUInt64LittleEndian(header[0x18..]));
            var names = BinaryPrimitives.ReadInt32LittleEndian(header[0x28..]); // sh_link: the string table's section.
            var nameHeader = image.Slice(sections + names * sectionSize, sectionSize);
            var strings = image[checked((int)BinaryPrimitives.ReadUInt64LittleEndian(nameHeader[0x18..]))..];
            ReadNeeds(image, strings, offset, result);
        }

        return result;
    }

    private static void ReadNeeds(ReadOnlySpan<byte> image, ReadOnlySpan<byte> strings, int need, List<(int, string)> result)
    {
        while (true)
        {
            var count = BinaryPrimitives.ReadUInt16LittleEndian(image[(need + 2)..]);
            var aux = checked(need + BinaryPrimitives.ReadInt32LittleEndian(image[(need + 8)..]));
            for (var i = 0; i < count; i++)
            {
                var name = strings[BinaryPrimitives.ReadInt32LittleEndian(image[(aux + 8)..])..];
                result.Add((aux + 4, Encoding.ASCII.GetString(name[..name.IndexOf((byte)0)])));
                aux = checked(aux + BinaryPrimitives.ReadInt32LittleEndian(image[(aux + 12)..]));
            }

            var next = BinaryPrimitives.ReadInt32LittleEndian(image[(need + 12)..]);
            if (next == 0) return;
            if (next < 0) throw new BadImageFormatException("The ELF file is damaged: its version list runs backwards.");
            need = checked(need + next);
        }
    }
}
