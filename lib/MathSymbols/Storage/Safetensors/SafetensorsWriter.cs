using System.Buffers;
using System.Buffers.Binary;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace MathSymbols.Storage.Safetensors;

/// <summary>Writes tensors in the safetensors format (https://github.com/huggingface/safetensors), with a checksum in the metadata.</summary>
public static class SafetensorsWriter
{
    private const int Alignment = 8;

    private static readonly string NoChecksum = new('0', 32);

    /// <summary>Writes a file under a temporary name, flushes it to the disk and renames it: a kill or a failure leaves the old file.</summary>
    /// <param name="path">The file to create or replace; its folder is created when it is missing.</param>
    /// <param name="metadata">Any texts; the key "xxh128" is taken: the XxHash128 of the data section in 32 hexadecimal digits goes there.</param>
    /// <param name="tensors">The tensors, stored one after another in this order.</param>
    /// <exception cref="ArgumentException">Two tensors have one name, they have more than 2⁶³ - 1 bytes together, the metadata has the key "xxh128" or an unpaired surrogate, or the header exceeds 100 MB.</exception>
    /// <exception cref="InvalidOperationException">A tensor wrote more or fewer bytes than its length.</exception>
    /// <exception cref="IOException">The disk is full, or the folder cannot be written to.</exception>
    public static void Write(string path, IReadOnlyDictionary<string, string> metadata, IReadOnlyList<TensorEntry> tensors)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        ArgumentNullException.ThrowIfNull(tensors);
        Check(metadata, tensors);
        var header = Header(metadata, tensors, NoChecksum);
        AtomicFile.Write(path, stream =>
        {
            stream.Write(header);
            var checksum = WriteData(stream, tensors);

            // The header comes first but is known last; the checksum's length is fixed, so nothing moves.
            stream.Position = 0;
            stream.Write(Header(metadata, tensors, checksum));
        });
    }

    private static void Check(IReadOnlyDictionary<string, string> metadata, IReadOnlyList<TensorEntry> tensors)
    {
        foreach (var (key, value) in metadata)
        {
            HeaderFormat.RequireText(key, nameof(metadata));
            HeaderFormat.RequireText(value, nameof(metadata));
        }

        if (metadata.ContainsKey(HeaderFormat.Checksum)) throw new ArgumentException($"The metadata key '{HeaderFormat.Checksum}' is the writer's own.", nameof(metadata));
        var names = new HashSet<string>(StringComparer.Ordinal);
        var room = long.MaxValue;
        foreach (var tensor in tensors)
        {
            if (!names.Add(tensor.Name)) throw new ArgumentException($"Two tensors are named {Printable.Quote(tensor.Name)}.", nameof(tensors));
            if (tensor.Length > room) throw new ArgumentException("The tensors have more than 2⁶³ - 1 bytes together.", nameof(tensors));
            room -= tensor.Length;
        }
    }

    // The length, the JSON and spaces that let the data start at a multiple of 8.
    private static byte[] Header(IReadOnlyDictionary<string, string> metadata, IReadOnlyList<TensorEntry> tensors, string checksum)
    {
        var buffer = new ArrayBufferWriter<byte>();
        buffer.Write(stackalloc byte[HeaderFormat.Prefix]);
        using (var json = new Utf8JsonWriter(buffer, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            WriteMetadata(json, metadata, checksum);
            WriteTensors(json, tensors);
            json.WriteEndObject();
        }

        var padding = -buffer.WrittenCount & (Alignment - 1);
        buffer.Write("        "u8[..padding]);
        var length = buffer.WrittenCount - HeaderFormat.Prefix;
        if (length > Limits.HeaderBytes) throw new ArgumentException($"The names and metadata take {DiskSpace.Size(length)}, more than the format's {DiskSpace.Size(Limits.HeaderBytes)}.");
        var header = buffer.WrittenSpan.ToArray();
        BinaryPrimitives.WriteInt64LittleEndian(header, length);
        return header;
    }

    private static void WriteMetadata(Utf8JsonWriter json, IReadOnlyDictionary<string, string> metadata, string checksum)
    {
        json.WriteStartObject(HeaderFormat.Metadata);
        json.WriteString(HeaderFormat.Checksum, checksum);
        foreach (var (key, value) in metadata) json.WriteString(key, value);
        json.WriteEndObject();
    }

    private static void WriteTensors(Utf8JsonWriter json, IReadOnlyList<TensorEntry> tensors)
    {
        var offset = 0L;
        foreach (var tensor in tensors)
        {
            json.WriteStartObject(tensor.Name);
            json.WriteString(HeaderFormat.Type, tensor.Type.Name());
            WriteNumbers(json, HeaderFormat.Shape, tensor.Shape);
            WriteNumbers(json, HeaderFormat.Offsets, [offset, offset + tensor.Length]);
            json.WriteEndObject();
            offset += tensor.Length;
        }
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, IReadOnlyList<long> numbers)
    {
        json.WriteStartArray(name);
        foreach (var number in numbers) json.WriteNumberValue(number);
        json.WriteEndArray();
    }

    private static string WriteData(Stream stream, IReadOnlyList<TensorEntry> tensors)
    {
        using var data = new HashedStream(stream);
        foreach (var tensor in tensors)
        {
            data.Expect(tensor);
            tensor.Write(data);
            data.RequireAll();
        }

        return data.Hash();
    }
}
