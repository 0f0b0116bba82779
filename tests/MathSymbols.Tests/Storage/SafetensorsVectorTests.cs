using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using MathSymbols.Storage.Safetensors;
using Xunit;

namespace MathSymbols.Tests.Storage;

/// <summary>Files that another program has written from the published format, and what it put into them.</summary>
public sealed class SafetensorsVectorTests : IDisposable
{
    private readonly JsonDocument _expected = JsonDocument.Parse(File.ReadAllText(PathOf("expected.json")));

    public void Dispose() => _expected.Dispose();

    [Fact]
    public void All_types_have_their_values()
    {
        using var file = Open("all-types");
        Assert.Equal(new Dictionary<string, string> { ["format"] = "pt", ["note"] = "größer ≥ 0" }, file.Metadata);
        Assert.Equal(["w", "h", "i", "u", "b", "flag", "d"], file.Tensors.Keys);

        // Written as float64 of the exact values: equal to the last bit.
        Assert.Equal(Numbers("w"), Values<float>(file, "w", TensorType.F32, 3, 4, 5).Select(v => (double)v));
        Assert.Equal(Numbers("h"), Values<Half>(file, "h", TensorType.F16, 7).Select(v => (double)v));
        Assert.Equal(Numbers("d"), Values<double>(file, "d", TensorType.F64, 1));
        Assert.Equal(Expected("i").Select(v => long.Parse(v.GetString()!, CultureInfo.InvariantCulture)), Values<long>(file, "i", TensorType.I64, 4));
        Assert.Equal(Expected("b_bits").Select(v => v.GetUInt16()), Values<ushort>(file, "b", TensorType.BF16, 2, 3));
        Assert.Equal(Enumerable.Range(0, 256).Select(v => (byte)v), Values<byte>(file, "u", TensorType.U8, 16, 16));
        Assert.Equal([0, 1], Values<byte>(file, "flag", TensorType.Bool, 2));
    }

    [Fact]
    public void A_scalar_and_a_tensor_without_elements_are_read()
    {
        using var file = Open("scalar-and-empty");
        Assert.Empty(file.Metadata);
        Assert.Equal([1.5f], Values<float>(file, "s", TensorType.F32));
        Assert.Empty(Values<float>(file, "e", TensorType.F32, 0, 3));
        Assert.Equal(2, file.Tensors.Count);
    }

    [Fact]
    public void A_header_without_padding_and_a_value_that_is_not_a_number_are_read()
    {
        using var file = Open("no-padding");
        Assert.Equal([1, float.NaN], Values<float>(file, "w", TensorType.F32, 2));
        Assert.Single(file.Tensors);
    }

    [Fact]
    public void Metadata_alone_are_read()
    {
        using var file = Open("no-tensors");
        Assert.Equal(new Dictionary<string, string> { ["only"] = "metadata" }, file.Metadata);
        Assert.Empty(file.Tensors);
        Assert.False(file.VerifyChecksum());
    }

    [Fact]
    public void What_was_read_is_written_to_the_same_data()
    {
        foreach (var path in Directory.GetFiles(PathOf(""), "*.safetensors"))
        {
            using var file = SafetensorsFile.Open(path);
            var copy = Path.GetTempFileName();
            try
            {
                SafetensorsWriter.Write(copy, file.Metadata, [.. file.Tensors.Select(t => new TensorEntry(t.Key, t.Value.Type, [.. t.Value.Shape], stream => file.CopyTo(t.Key, stream.Write)))]);
                using var other = SafetensorsFile.Open(copy);
                Assert.Equal(file.Metadata, other.Metadata);
                Assert.Equal(file.Tensors.Keys, other.Tensors.Keys);
                foreach (var name in file.Tensors.Keys) Assert.Equal(Bytes(file, name), Bytes(other, name));
            }
            finally
            {
                File.Delete(copy);
            }
        }
    }

    private static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "Storage", "Vectors", name);

    private static SafetensorsFile Open(string name) => SafetensorsFile.Open(PathOf(name + ".safetensors"));

    private static T[] Values<T>(SafetensorsFile file, string name, TensorType type, params long[] shape)
        where T : struct
    {
        Assert.Equal(type, file.Tensors[name].Type);
        Assert.Equal(shape, file.Tensors[name].Shape);
        return MemoryMarshal.Cast<byte, T>(Bytes(file, name)).ToArray();
    }

    private static byte[] Bytes(SafetensorsFile file, string name)
    {
        var bytes = new byte[file.Tensors[name].Length];
        file.Read(name, bytes);
        return bytes;
    }

    private JsonElement.ArrayEnumerator Expected(string tensor) => _expected.RootElement.GetProperty("all-types").GetProperty(tensor).EnumerateArray();

    private IEnumerable<double> Numbers(string tensor) => Expected(tensor).Select(v => v.GetDouble());
}
