using System.Text;

namespace MathSymbols.Tests.Support;

/// <summary>
/// Writes HDF5 as h5py writes Keras' weights by default: superblock 0, groups as symbol tables, contiguous float32 data
/// (HDF5 File Format Specification 3.0). PureHDF's own writer makes the newer form.
/// </summary>
internal static class OldHdf5
{
    private const ulong Undefined = ulong.MaxValue;
    private const int LeafEntries = 4;
    private const int SuperblockLength = 96;

    /// <summary>A file with one level of groups.</summary>
    public static byte[] Write(IEnumerable<(string Group, (string Name, int[] Shape, float[] Values)[] Datasets)> groups)
    {
        using var stream = new MemoryStream();
        stream.SetLength(SuperblockLength);
        var root = Group(stream, [.. groups.Select(g => (g.Group, Group(stream, [.. g.Datasets.Select(d => (d.Name, Dataset(stream, d.Shape, d.Values)))]).Header))]);
        var end = (ulong)stream.Length;
        stream.Position = 0;
        Put(stream, w =>
        {
            w.Write([0x89, .. "HDF\r\n"u8, 0x1A, (byte)'\n', 0, 0, 0, 0, 0, 8, 8, 0]);
            w.Write((ushort)(LeafEntries / 2));
            w.Write((ushort)16);
            w.Write(0);
            foreach (var address in (ulong[])[0, Undefined, end, Undefined]) w.Write(address);
            Entry(w, 0, root.Header, root.Tree, root.Heap);
        });
        return stream.ToArray();
    }

    private static (ulong Header, ulong Tree, ulong Heap) Group(MemoryStream stream, (string Name, ulong Header)[] children)
    {
        var sorted = children.OrderBy(c => c.Name, StringComparer.Ordinal).ToArray();
        using var names = new MemoryStream();
        names.Write(new byte[8]); // The empty name.
        var offsets = sorted.Select(c =>
        {
            var offset = (ulong)names.Length;
            names.Write(Padded(Encoding.ASCII.GetBytes(c.Name + "\0")));
            return offset;
        }).ToArray();
        var data = Append(stream, w => w.Write(names.ToArray()));
        var heap = Append(stream, w =>
        {
            w.Write("HEAP"u8);
            w.Write(0);
            w.Write((ulong)names.Length);
            w.Write(1UL); // No free block.
            w.Write(data);
        });
        var nodes = sorted.Zip(offsets).Chunk(LeafEntries).Select(chunk => (Last: chunk[^1].Second, Address: Append(stream, w =>
        {
            w.Write("SNOD"u8);
            w.Write((ushort)1);
            w.Write((ushort)chunk.Length);
            foreach (var (child, offset) in chunk) Entry(w, offset, child.Header);
            w.Write(new byte[40 * (LeafEntries - chunk.Length)]);
        }))).ToArray();
        var tree = Append(stream, w =>
        {
            w.Write("TREE"u8);
            w.Write((ushort)0);
            w.Write((ushort)nodes.Length);
            w.Write(Undefined);
            w.Write(Undefined);
            w.Write(0UL);
            foreach (var (last, address) in nodes)
            {
                w.Write(address);
                w.Write(last);
            }
        });
        var header = Header(stream, (0x11, w =>
        {
            w.Write(tree);
            w.Write(heap);
        }));
        return (header, tree, heap);
    }

    private static ulong Dataset(MemoryStream stream, int[] shape, float[] values)
    {
        var bytes = values.SelectMany(BitConverter.GetBytes).ToArray();
        var data = Append(stream, w => w.Write(bytes));
        return Header(
            stream,
            (0x01, w =>
            {
                w.Write([1, (byte)shape.Length, 0, 0, 0, 0, 0, 0]);
                foreach (var length in shape) w.Write((ulong)length);
            }),
            (0x03, w => w.Write([0x11, 0x20, 31, 0, 4, 0, 0, 0, 0, 0, 32, 0, 23, 8, 0, 23, 127, 0, 0, 0])), // IEEE, 32 bits, little endian.
            (0x05, w => w.Write([2, 2, 2, 0])),
            (0x08, w =>
            {
                w.Write([3, 1]);
                w.Write(data);
                w.Write((ulong)bytes.Length);
            }));
    }

    private static ulong Header(MemoryStream stream, params (ushort Type, Action<BinaryWriter> Write)[] messages)
    {
        var written = messages.Select(m =>
        {
            using var body = new MemoryStream();
            Put(body, m.Write);
            var padded = Padded(body.ToArray());
            return (byte[])[.. BitConverter.GetBytes(m.Type), .. BitConverter.GetBytes((ushort)padded.Length), 0, 0, 0, 0, .. padded];
        }).ToArray();
        return Append(stream, w =>
        {
            w.Write((ushort)1);
            w.Write((ushort)written.Length);
            w.Write(1);
            w.Write(written.Sum(m => m.Length));
            w.Write(0);
            foreach (var message in written) w.Write(message);
        });
    }

    private static void Entry(BinaryWriter writer, ulong name, ulong header, ulong? tree = null, ulong heap = 0)
    {
        writer.Write(name);
        writer.Write(header);
        writer.Write(tree is null ? 0UL : 1);
        writer.Write(tree ?? 0);
        writer.Write(heap);
    }

    private static ulong Append(MemoryStream stream, Action<BinaryWriter> write)
    {
        stream.Position = (stream.Length + 7) / 8 * 8;
        var address = (ulong)stream.Position;
        Put(stream, write);
        return address;
    }

    private static void Put(MemoryStream stream, Action<BinaryWriter> write)
    {
        using var writer = new BinaryWriter(stream, Encoding.ASCII, leaveOpen: true);
        write(writer);
    }

    private static byte[] Padded(byte[] bytes) => [.. bytes, .. new byte[(8 - (bytes.Length % 8)) % 8]];
}
