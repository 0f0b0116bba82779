using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MathSymbols.Tests.Support;

/// <summary>Builds safetensors files from their parts, right or wrong, and changes good ones in one place.</summary>
internal static class SafetensorsBytes
{
    private const string Metadata = "__metadata__";
    private const string Checksum = "xxh128";
    private const int Prefix = 8;

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A file of a header's text, with no padding, and data.</summary>
    public static byte[] Of(string header, params ReadOnlySpan<byte> data) => Of(Encoding.UTF8.GetBytes(header), data);

    /// <summary>A file of a header and data.</summary>
    public static byte[] Of(JsonObject header, ReadOnlySpan<byte> data) => Of(header.ToJsonString(Plain), data);

    /// <summary>A file of a header that need not be text, and data.</summary>
    public static byte[] Of(ReadOnlySpan<byte> header, ReadOnlySpan<byte> data) => [.. Length((ulong)header.Length), .. header, .. data];

    /// <summary>A file that claims a header of any length.</summary>
    public static byte[] Claiming(ulong length, ReadOnlySpan<byte> rest) => [.. Length(length), .. rest];

    /// <summary>A header's text of one tensor, as it stands between the braces.</summary>
    public static string Tensor(string name, string dtype, string shape, string offsets) =>
        $$"""
        "{{name}}":{"dtype":"{{dtype}}","shape":[{{shape}}],"data_offsets":[{{offsets}}]}
        """;

    /// <summary>A good file's header and data.</summary>
    public static (JsonObject Header, byte[] Data) Parts(byte[] file)
    {
        var end = Prefix + (int)BinaryPrimitives.ReadUInt64LittleEndian(file);
        return (JsonNode.Parse(file.AsSpan(Prefix..end))!.AsObject(), file[end..]);
    }

    /// <summary>A good file with another header over the same data.</summary>
    public static byte[] WithHeader(byte[] file, Action<JsonObject> change)
    {
        var (header, data) = Parts(file);
        change(header);
        return Of(header, data);
    }

    /// <summary>A good file with other texts in its metadata; null takes the key out.</summary>
    public static byte[] WithMetadata(byte[] file, string key, string? value) => WithHeader(file, header =>
    {
        var metadata = header[Metadata]?.AsObject() ?? [];
        metadata.Remove(key);
        if (value is not null) metadata[key] = value;
        header[Metadata] = metadata;
    });

    /// <summary>A good file with other bytes in a tensor, and the checksum that goes with them if it had one.</summary>
    public static byte[] WithData(byte[] file, string tensor, ReadOnlySpan<byte> content)
    {
        var (header, data) = Parts(file);
        content.CopyTo(data.AsSpan((int)header[tensor]!["data_offsets"]![0]!.GetValue<long>()));
        if (header[Metadata]?[Checksum] is not null) header[Metadata]![Checksum] = Convert.ToHexStringLower(XxHash128.Hash(data));
        return Of(header, data);
    }

    private static byte[] Length(ulong value)
    {
        var bytes = new byte[Prefix];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, value);
        return bytes;
    }
}
