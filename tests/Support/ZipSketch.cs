using System.IO.Compression;
using System.IO.Hashing;
using System.Text;

namespace MathSymbols.Tests.Support;

/// <summary>Writes zip archives byte by byte, also such as no honest program would write.</summary>
internal sealed class ZipSketch : IDisposable
{
    private const ushort Version = 45;

    private readonly BinaryWriter _file;
    private readonly BinaryWriter _list = new(new MemoryStream());
    private long _entries;

    public ZipSketch(Stream file) => _file = new(file, Encoding.UTF8, leaveOpen: true);

    /// <summary>An archive in memory.</summary>
    public static byte[] Of(params Item[] items)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipSketch(file))
        {
            foreach (var item in items) zip.Add(item);
            zip.Finish();
        }

        return file.ToArray();
    }

    /// <summary>An archive on the disk.</summary>
    public static string At(string path, params Item[] items)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, Of(items));
        return path;
    }

    /// <summary>A stream of deflated zeros. All of its blocks but the first few bytes are one block again and again, so it takes no time to make.</summary>
    public static byte[] Bomb(long zeros)
    {
        const int block = 1 << 24;
        using var first = new MemoryStream();
        using var deflate = new DeflateStream(first, CompressionLevel.SmallestSize, leaveOpen: true);
        deflate.Write(new byte[block]);
        deflate.Flush();
        var begin = first.Length;
        deflate.Write(new byte[block]);
        deflate.Flush();

        // The second block follows a flush and looks back upon zeros, and so may stand after itself.
        var again = first.ToArray()[(int)begin..];
        using var bomb = new MemoryStream();
        bomb.Write(first.ToArray(), 0, (int)begin);
        for (var done = (long)block; done < zeros; done += block) bomb.Write(again);
        bomb.Write([3, 0]); // The empty last block.
        return bomb.ToArray();
    }

    public void Dispose()
    {
        _file.Dispose();
        _list.Dispose();
    }

    /// <summary>Adds a file, and lists it.</summary>
    public void Add(Item item)
    {
        var offset = _file.BaseStream.Position;
        WriteFile(item);
        List(item, offset);
    }

    /// <summary>Lists a file that is, or is not, at a place.</summary>
    public void List(Item item, long offset)
    {
        var big = item.Zip64 ? ZipExtra(item.Declared, item.Packed.Length, offset) : [];
        _list.Write(0x02014b50);
        _list.Write((ushort)((item.Unix ? 3 : 0) << 8 | Version));
        WriteCommon(_list, item);
        _list.Write(item.Zip64 ? uint.MaxValue : (uint)item.Packed.Length);
        _list.Write(item.Zip64 ? uint.MaxValue : (uint)item.Declared);
        _list.Write((ushort)item.RawName.Length);
        _list.Write((ushort)big.Length);
        _list.Write((ushort)0); // comment
        _list.Write((ushort)0); // disk
        _list.Write((ushort)0); // internal attributes
        _list.Write(item.Mode << 16);
        _list.Write(item.Zip64 ? uint.MaxValue : (uint)offset);
        _list.Write(item.RawName);
        _list.Write(big);
        _entries++;
    }

    /// <summary>Writes the list and the end; claims may differ from what is so.</summary>
    public void Finish(long? entries = null, bool zip64 = false)
    {
        var (offset, length, count) = (_file.BaseStream.Position, _list.BaseStream.Length, entries ?? _entries);
        _list.Flush();
        ((MemoryStream)_list.BaseStream).WriteTo(_file.BaseStream);
        if (zip64 || count > ushort.MaxValue)
        {
            var end = _file.BaseStream.Position;
            _file.Write(0x06064b50);
            _file.Write(44L);
            _file.Write(Version);
            _file.Write(Version);
            _file.Write(0L); // disks
            _file.Write(count);
            _file.Write(count);
            _file.Write(length);
            _file.Write(offset);
            _file.Write(0x07064b50);
            _file.Write(0);
            _file.Write(end);
            _file.Write(1);
            (offset, length, count) = (uint.MaxValue, uint.MaxValue, ushort.MaxValue);
        }

        _file.Write(0x06054b50);
        _file.Write(0); // disks
        _file.Write((ushort)count);
        _file.Write((ushort)count);
        _file.Write((uint)length);
        _file.Write((uint)offset);
        _file.Write((ushort)0); // comment
        _file.Flush();
    }

    private void WriteFile(Item item)
    {
        _file.Write(0x04034b50);
        WriteCommon(_file, item);
        _file.Write((uint)item.Packed.Length);
        _file.Write((uint)item.Declared);
        _file.Write((ushort)item.RawName.Length);
        _file.Write((ushort)0); // extra fields
        _file.Write(item.RawName);
        _file.Write(item.Packed);
    }

    private static void WriteCommon(BinaryWriter writer, Item item)
    {
        writer.Write(Version);
        writer.Write(item.Flags);
        writer.Write(item.Method);
        writer.Write(0x5c210000); // 1 January 2026
        writer.Write(item.Crc);
    }

    private static byte[] ZipExtra(long length, long packed, long offset)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write((ushort)1);
        writer.Write((ushort)24);
        writer.Write(length);
        writer.Write(packed);
        writer.Write(offset);
        return bytes.ToArray();
    }

    /// <summary>One file of an archive; everything about it may be a lie.</summary>
    internal sealed record Item(string Name, byte[] Packed)
    {
        /// <summary>The name's bytes.</summary>
        public byte[] RawName { get; init; } = Encoding.UTF8.GetBytes(Name);

        /// <summary>The length it declares.</summary>
        public long Declared { get; init; } = Packed.Length;

        /// <summary>0: stored; 8: deflated.</summary>
        public ushort Method { get; init; }

        /// <summary>Bit 0: encrypted; bit 11: the name is UTF-8.</summary>
        public ushort Flags { get; init; } = 1 << 11;

        /// <summary>The checksum it declares.</summary>
        public uint Crc { get; init; } = Crc32.HashToUInt32(Packed);

        /// <summary>Unix's mode: type and permissions.</summary>
        public uint Mode { get; init; }

        /// <summary>Whether lengths and place stand in a zip64 field.</summary>
        public bool Zip64 { get; init; }

        /// <summary>Whether a Unix made it.</summary>
        public bool Unix => Mode != 0;

        /// <summary>A file that is packed.</summary>
        public static Item Deflated(string name, byte[] content)
        {
            using var packed = new MemoryStream();
            using (var deflate = new DeflateStream(packed, CompressionLevel.Fastest)) deflate.Write(content);
            return new(name, packed.ToArray()) { Declared = content.Length, Method = 8, Crc = Crc32.HashToUInt32(content) };
        }
    }
}
