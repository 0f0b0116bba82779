using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using FsCheck.Xunit;
using MathSymbols.Benchmarks.Fuzz;
using MathSymbols.Storage.Safetensors;
using MathSymbols.Tests.Support;
using Xunit;

namespace MathSymbols.Tests.Storage;

public sealed class SafetensorsTests : IDisposable
{
    private static readonly Dictionary<string, string> NoMetadata = [];

    // By hand, from the description of the format: no padding, and no checksum of ours.
    private const string GoldenHeader = """{"__metadata__":{"format":"pt"},"w":{"dtype":"F32","shape":[2,2],"data_offsets":[0,16]}}""";

    private static readonly byte[] GoldenData = [0, 0, 128, 63, 0, 0, 0, 64, 0, 0, 64, 64, 0, 0, 128, 192];

    private readonly TemporaryFolder _folder = new();

    private string Path => _folder["a.safetensors"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_by_another_program_is_read()
    {
        Save(GoldenHeader, GoldenData);
        using var file = SafetensorsFile.Open(Path);
        Assert.Equal("pt", Assert.Single(file.Metadata, m => m.Key == "format").Value);
        var (name, info) = Assert.Single(file.Tensors);
        Assert.Equal(("w", TensorType.F32, 0L, 16L), (name, info.Type, info.Offset, info.Length));
        Assert.Equal([2, 2], info.Shape);
        Assert.Equal([1, 2, 3, -4], Floats(file, "w"));
        Assert.Null(file.Checksum);
        Assert.False(file.VerifyChecksum());
    }

    [Fact]
    public void Other_readers_find_what_the_format_promises()
    {
        SafetensorsWriter.Write(Path, new Dictionary<string, string> { ["labels"] = "÷ \"×\"" }, [Entry("a", TensorType.U8, [3], [7, 8, 9]), Entry("b", TensorType.F32, [2, 2], GoldenData)]);
        var bytes = File.ReadAllBytes(Path);
        var length = BinaryPrimitives.ReadInt64LittleEndian(bytes);
        Assert.Equal(0, length % 8);
        Assert.Equal((byte)'{', bytes[8]);
        var header = JsonDocument.Parse(bytes.AsMemory(8, (int)length)).RootElement;
        Assert.Equal(["__metadata__", "a", "b"], header.EnumerateObject().Select(p => p.Name));
        Assert.Equal("÷ \"×\"", header.GetProperty("__metadata__").GetProperty("labels").GetString());
        Assert.Equal("""{"dtype":"F32","shape":[2,2],"data_offsets":[3,19]}""", header.GetProperty("b").GetRawText());
        Assert.Equal([7, 8, 9, .. GoldenData], bytes[(8 + (int)length)..]);
        var checksum = Convert.ToHexStringLower(System.IO.Hashing.XxHash128.Hash([7, 8, 9, .. GoldenData]));
        Assert.Equal(checksum, header.GetProperty("__metadata__").GetProperty("xxh128").GetString());
    }

    [Property(MaxTest = 100)]
    public void What_is_written_is_read_back(int seed)
    {
        var random = new Random(seed);
        var metadata = Enumerable.Range(0, random.Next(4)).Select(i => KeyValuePair.Create(Name(random, i), Name(random, 0))).ToDictionary();
        var contents = new Dictionary<string, byte[]>();
        var entries = Enumerable.Range(0, random.Next(6)).Select(i => RandomEntry(random, Name(random, i), contents)).ToArray();
        SafetensorsWriter.Write(Path, metadata, entries);
        Assert.NotNull(SafetensorsRules.Describe(File.ReadAllBytes(Path)));
        using var file = SafetensorsFile.Open(Path);
        Assert.True(file.VerifyChecksum());
        Assert.Equal(metadata, file.Metadata);
        Assert.Equal(entries.Select(e => e.Name).Order(StringComparer.Ordinal), file.Tensors.Keys.Order(StringComparer.Ordinal));
        foreach (var entry in entries)
        {
            Assert.Equal((entry.Type, entry.Length), (file.Tensors[entry.Name].Type, file.Tensors[entry.Name].Length));
            Assert.Equal(entry.Shape, file.Tensors[entry.Name].Shape);
            Assert.Equal(contents[entry.Name], Bytes(file, entry.Name));
        }
    }

    [Fact]
    public void Pieces_of_a_large_tensor_are_whole_elements_in_order()
    {
        var content = new byte[(2 << 20) + 24];
        new Random(1).NextBytes(content);
        SafetensorsWriter.Write(Path, NoMetadata, [Entry("first", TensorType.Bool, [1], [1]), Entry("large", TensorType.F64, [content.Length / 8], content)]);
        using var file = SafetensorsFile.Open(Path);
        var found = new List<byte>();
        file.CopyTo("large", piece =>
        {
            Assert.Equal(0, piece.Length % 8);
            Assert.NotEqual(0, piece.Length);
            found.AddRange(piece);
        });
        Assert.True(content.AsSpan().SequenceEqual(found.ToArray()));
        Assert.True(content.AsSpan().SequenceEqual(Bytes(file, "large")));
    }

    [Fact]
    public void A_file_of_any_other_length_is_refused()
    {
        SafetensorsWriter.Write(Path, NoMetadata, [Entry("a", TensorType.U8, [3], [7, 8, 9]), Entry("b", TensorType.F32, [2, 2], GoldenData)]);
        var whole = File.ReadAllBytes(Path);
        for (var length = 0; length < whole.Length; length++) Refused(whole[..length]);
        Refused([.. whole, 0]);
    }

    [Fact]
    public void A_damaged_header_is_refused_or_read_and_nothing_else()
    {
        SafetensorsWriter.Write(Path, new Dictionary<string, string> { ["k"] = "\u00e9\n" }, [Entry("ab", TensorType.U8, [3], [7, 8, 9]), Entry("w", TensorType.F32, [2, 2], GoldenData)]);
        var whole = File.ReadAllBytes(Path);
        var headerEnd = whole.Length - 19;
        byte[] replacements = [.. "{}[]\",:\\ 0-9eu"u8, 0, 0x80, 0xff];
        for (var at = 0; at < headerEnd; at++)
        {
            var values = Enumerable.Range(0, 8).Select(bit => (byte)(whole[at] ^ (1 << bit))).Concat(replacements);
            foreach (var value in values.Distinct())
            {
                var damaged = whole.ToArray();
                damaged[at] = value;
                Put(damaged);
                var before = GC.GetAllocatedBytesForCurrentThread();
                ReadAll();
                Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
            }
        }
    }

    [Property(MaxTest = 300)]
    public void Any_bytes_are_refused_or_read_and_nothing_else(byte[] header, byte[] data)
    {
        Save(header, data);
        ReadAll();
        Save("{\"" + Encoding.Latin1.GetString(header) + "\":{}}", data);
        ReadAll();
    }

    [Fact]
    public void A_forged_file_with_its_own_checksum_is_read_as_what_it_says()
    {
        SafetensorsWriter.Write(Path, new Dictionary<string, string> { ["k"] = "v", ["left out"] = "" }, [Entry("a", TensorType.U8, [3], [7, 8, 9]), Entry("w", TensorType.F32, [2, 2], GoldenData)]);
        var forged = SafetensorsBytes.WithData(File.ReadAllBytes(Path), "w", new byte[16]);
        forged = SafetensorsBytes.WithMetadata(SafetensorsBytes.WithMetadata(forged, "k", "÷"), "left out", null);
        Put(SafetensorsBytes.WithHeader(forged, header => header["a"]!["dtype"] = "BOOL"));
        using var file = SafetensorsFile.Open(Path);
        Assert.True(file.VerifyChecksum());
        Assert.Equal(new Dictionary<string, string> { ["k"] = "÷" }, file.Metadata);
        Assert.Equal(TensorType.Bool, file.Tensors["a"].Type);
        Assert.Equal([7, 8, 9], Bytes(file, "a"));
        Assert.Equal(new byte[16], Bytes(file, "w"));
    }

    [Fact]
    public void Damaged_data_do_not_match_their_checksum()
    {
        SafetensorsWriter.Write(Path, NoMetadata, [Entry("w", TensorType.F32, [2, 2], GoldenData)]);
        var bytes = File.ReadAllBytes(Path);
        bytes[^1] ^= 1;
        File.WriteAllBytes(Path, bytes);
        using var file = SafetensorsFile.Open(Path);
        OneSentence(Assert.Throws<SafetensorsException>(() => file.VerifyChecksum()));
    }

    [Fact]
    public void A_header_may_name_tensors_in_any_order()
    {
        Save("""{"b":{"dtype":"U8","shape":[2],"data_offsets":[2,4]},"none":{"dtype":"F64","shape":[0,3],"data_offsets":[2,2]},"a":{"dtype":"U8","shape":[2],"data_offsets":[0,2]}}   """, [1, 2, 3, 4]);
        using var file = SafetensorsFile.Open(Path);
        Assert.Equal(["a", "none", "b"], file.Tensors.Keys);
        Assert.Equal([3, 4], Bytes(file, "b"));
        Assert.Empty(Bytes(file, "none"));
    }

    [Fact]
    public void A_missing_tensor_and_a_destination_of_another_length_are_said()
    {
        Save(GoldenHeader, GoldenData);
        using var file = SafetensorsFile.Open(Path);
        OneSentence(Assert.Throws<SafetensorsException>(() => file.Read("v", new byte[16])));
        Assert.Throws<ArgumentException>(() => file.Read("w", new byte[15]));
        Assert.Throws<ArgumentException>(() => file.Read("w", new byte[17]));
    }

    [Fact]
    public void A_missing_file_is_said_as_such() => Assert.Throws<FileNotFoundException>(() => SafetensorsFile.Open(Path));

    [Fact]
    public void A_write_that_fails_leaves_the_old_file_and_no_temporary_name()
    {
        File.WriteAllText(Path, "old");
        TensorEntry[] failing =
        [
            new("w", TensorType.U8, [4], _ => throw new IOException("gone")),
            new("w", TensorType.U8, [4], stream => stream.Write([1, 2, 3])),
            new("w", TensorType.U8, [4], stream => stream.Write([1, 2, 3, 4, 5])),
            new("w", TensorType.U8, [0], stream => stream.WriteByte(1)),
        ];
        foreach (var entry in failing) Assert.ThrowsAny<Exception>(() => SafetensorsWriter.Write(Path, NoMetadata, [Entry("a", TensorType.U8, [1], [1]), entry]));
        Assert.Equal("old", File.ReadAllText(Path));
        Assert.Equal([Path], Directory.GetFiles(_folder.Root));
    }

    [Fact]
    public void What_a_file_could_not_hold_is_refused_before_writing()
    {
        var one = Entry("a", TensorType.U8, [1], [1]);
        var vast = Entry("v", TensorType.U8, [long.MaxValue], []);
        Assert.Throws<ArgumentException>(() => Entry("__metadata__", TensorType.U8, [1], [1]));
        Assert.Throws<ArgumentException>(() => Entry("\ud800", TensorType.U8, [1], [1]));
        Assert.Throws<ArgumentException>(() => Entry("a", TensorType.U8, [-1], [1]));
        Assert.Throws<ArgumentException>(() => Entry("a", TensorType.U16, [long.MaxValue], []));
        Assert.Throws<ArgumentException>(() => SafetensorsWriter.Write(Path, NoMetadata, [one, one]));
        Assert.Throws<ArgumentException>(() => SafetensorsWriter.Write(Path, NoMetadata, [one, vast]));
        Assert.Throws<ArgumentException>(() => SafetensorsWriter.Write(Path, new Dictionary<string, string> { ["xxh128"] = "" }, [one]));
        Assert.Throws<ArgumentException>(() => SafetensorsWriter.Write(Path, new Dictionary<string, string> { ["a"] = "\udc00" }, [one]));
        Assert.Empty(Directory.GetFiles(_folder.Root));
    }

    [Fact]
    public void A_header_no_reader_would_take_is_refused_before_writing()
    {
        var text = new string('t', 10_000_000);
        var metadata = Enumerable.Range(0, 10).ToDictionary(i => $"{i}", _ => text);
        var error = Assert.Throws<ArgumentException>(() => SafetensorsWriter.Write(Path, metadata, []));
        Assert.Contains("more than the format's 100.0 MB", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder.Root));
    }

    [Theory]
    [InlineData("F64", 8)]
    [InlineData("F32", 4)]
    [InlineData("F16", 2)]
    [InlineData("BF16", 2)]
    [InlineData("I64", 8)]
    [InlineData("I32", 4)]
    [InlineData("I16", 2)]
    [InlineData("I8", 1)]
    [InlineData("U64", 8)]
    [InlineData("U32", 4)]
    [InlineData("U16", 2)]
    [InlineData("U8", 1)]
    [InlineData("BOOL", 1)]
    public void Types_have_the_formats_names_and_sizes(string name, int size)
    {
        Assert.True(TensorTypes.TryParse(name, out var type));
        Assert.Equal(name, type.Name());
        Assert.Equal(size, type.Size());
    }

    private static TensorEntry Entry(string name, TensorType type, long[] shape, byte[] content) => new(name, type, shape, stream => stream.Write(content));

    // Written in two pieces; the index makes the name unique.
    private static TensorEntry RandomEntry(Random random, string name, Dictionary<string, byte[]> contents)
    {
        var type = random.GetItems(Enum.GetValues<TensorType>(), 1)[0];
        var shape = Enumerable.Range(0, random.Next(4)).Select(_ => (long)random.Next(5)).ToArray();
        var content = new byte[shape.Aggregate(1L, (a, b) => a * b) * type.Size()];
        random.NextBytes(content);
        contents.Add(name, content);
        return new(name, type, shape, stream =>
        {
            var cut = content.Length / 3;
            stream.Write(content, 0, cut);
            stream.Write(content.AsSpan(cut));
        });
    }

    private static string Name(Random random, int index)
    {
        var runes = Enumerable.Range(0, random.Next(12)).Select(_ =>
        {
            int[] ends = [0x20, 0x80, 0x800, 0xd800, 0x110000];
            var value = random.Next(ends[random.Next(ends.Length)]);
            return Rune.IsValid(value) ? new Rune(value) : Rune.ReplacementChar;
        });
        return string.Concat(runes) + index;
    }

    private static byte[] Bytes(SafetensorsFile file, string name)
    {
        var bytes = new byte[file.Tensors[name].Length];
        file.Read(name, bytes);
        return bytes;
    }

    private static float[] Floats(SafetensorsFile file, string name) => [.. Bytes(file, name).Chunk(4).Select(b => BinaryPrimitives.ReadSingleLittleEndian(b))];

    private static void OneSentence(SafetensorsException error)
    {
        Assert.EndsWith(".", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(". ", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
        Assert.Contains("a.safetensors", error.Message, StringComparison.Ordinal);
    }

    private void Save(string header, byte[] data) => Put(SafetensorsBytes.Of(header, data));

    private void Save(byte[] header, byte[] data) => Put(SafetensorsBytes.Of(header, data));

    // In place, thousands of times: some file systems flush a file that is cut to nothing and written anew.
    private void Put(byte[] file)
    {
        using var stream = new FileStream(Path, FileMode.OpenOrCreate, FileAccess.Write);
        stream.SetLength(file.Length);
        stream.Write(file);
    }

    private void Refused(byte[] bytes)
    {
        Put(bytes);
        OneSentence(Assert.Throws<SafetensorsException>(() => SafetensorsFile.Open(Path)));
    }

    // Any exception but SafetensorsException fails the test.
    private void ReadAll()
    {
        try
        {
            using var file = SafetensorsFile.Open(Path);
            foreach (var name in file.Tensors.Keys) Bytes(file, name);
            file.VerifyChecksum();
        }
        catch (SafetensorsException)
        {
        }
    }
}
