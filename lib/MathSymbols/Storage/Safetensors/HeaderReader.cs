using System.Text.Json;
using System.Text.Unicode;

namespace MathSymbols.Storage.Safetensors;

/// <summary>Reads a header token by token, so that nothing the format forbids slips through a lenient deserializer.</summary>
internal ref struct HeaderReader
{
    private static readonly string[] Members = [HeaderFormat.Type, HeaderFormat.Shape, HeaderFormat.Offsets];

    private readonly string _path;
    private readonly ReadOnlySpan<byte> _header;
    private Utf8JsonReader _json;

    private HeaderReader(string path, ReadOnlySpan<byte> header)
    {
        _path = path;
        _header = header;
        _json = new(header);
    }

    /// <summary>Reads a header and checks that its tensors cover the data section, each byte once.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="header">The JSON text and its padding; not empty.</param>
    /// <param name="dataLength">Bytes after the header.</param>
    /// <exception cref="SafetensorsException">A rule is broken.</exception>
    public static SafetensorsHeader Read(string path, ReadOnlySpan<byte> header, long dataLength)
    {
        if (header[0] != '{') throw SafetensorsException.Of(path, "its header does not start with '{'");
        if (!Utf8.IsValid(header)) throw SafetensorsException.Of(path, "its header is not UTF-8");
        var reader = new HeaderReader(path, header);
        try
        {
            var (metadata, tensors) = reader.ReadAll();
            return new(metadata, DataLayout.Order(path, tensors, dataLength));
        }
        catch (JsonException)
        {
            // What the parser says is not kept: it may quote all that follows, up to 100 MB.
            throw SafetensorsException.Of(path, $"its header is not JSON after byte {reader._json.BytesConsumed}");
        }
    }

    private SafetensorsHeader ReadAll()
    {
        OrderedDictionary<string, string>? metadata = null;
        OrderedDictionary<string, TensorInfo> tensors = [];
        Next();
        while (Next() == JsonTokenType.PropertyName)
        {
            var name = Text();
            if (name == HeaderFormat.Metadata)
                metadata = metadata is null ? ReadMetadata() : throw Twice(name);
            else if (!tensors.TryAdd(name, ReadTensor(name)))
                throw Twice(name);
        }

        // The parser would let tabs and line breaks pass.
        if (_header[(int)_json.BytesConsumed..].ContainsAnyExcept((byte)' ')) throw Problem("its header has something other than spaces after the JSON");
        return new(metadata ?? [], tensors);
    }

    private OrderedDictionary<string, string> ReadMetadata()
    {
        OrderedDictionary<string, string> metadata = [];
        Expect(JsonTokenType.StartObject, "an object", HeaderFormat.Metadata);
        while (Next() == JsonTokenType.PropertyName)
        {
            var key = Text();
            Expect(JsonTokenType.String, "a string", HeaderFormat.Metadata, key);
            if (!metadata.TryAdd(key, Text())) throw Twice(HeaderFormat.Metadata, key);
        }

        return metadata;
    }

    private TensorInfo ReadTensor(string tensor)
    {
        TensorType? type = null;
        long[]? shape = null;
        long[]? offsets = null;
        Expect(JsonTokenType.StartObject, "an object", tensor);
        while (Next() == JsonTokenType.PropertyName)
        {
            var member = Member();
            switch (member)
            {
                case HeaderFormat.Type when type is null:
                    type = ReadType(tensor);
                    break;
                case HeaderFormat.Shape when shape is null:
                    shape = ReadNumbers(tensor, member);
                    break;
                case HeaderFormat.Offsets when offsets is null:
                    offsets = ReadNumbers(tensor, member);
                    break;
                case HeaderFormat.Type or HeaderFormat.Shape or HeaderFormat.Offsets:
                    throw Twice(tensor, member);
                default:
                    throw Problem($"the tensor {Printable.Quote(tensor)} has an unknown member {Printable.Quote(member)}");
            }
        }

        return Info(
            tensor,
            type ?? throw Missing(tensor, HeaderFormat.Type),
            shape ?? throw Missing(tensor, HeaderFormat.Shape),
            offsets ?? throw Missing(tensor, HeaderFormat.Offsets));
    }

    private readonly TensorInfo Info(string tensor, TensorType type, long[] shape, long[] offsets)
    {
        if (!type.TryGetLength(shape, out var length)) throw Problem($"the shape of the tensor {Printable.Quote(tensor)} is too large");
        if (offsets.Length != 2 || offsets[0] > offsets[1]) throw Problem($"the {HeaderFormat.Offsets} of the tensor {Printable.Quote(tensor)} are not a start and an end");
        if (offsets[1] - offsets[0] != length)
            throw Problem($"the tensor {Printable.Quote(tensor)} has {offsets[1] - offsets[0]} bytes, but its shape and dtype say {length}");
        return new(type, Array.AsReadOnly(shape), offsets[0], length);
    }

    private TensorType ReadType(string tensor)
    {
        Expect(JsonTokenType.String, "a string", tensor, HeaderFormat.Type);
        var name = Text();
        return TensorTypes.TryParse(name, out var type) ? type : throw Problem($"the tensor {Printable.Quote(tensor)} has the unsupported dtype {Printable.Quote(name)}");
    }

    private long[] ReadNumbers(string tensor, string member)
    {
        Expect(JsonTokenType.StartArray, "an array", tensor, member);

        // Counted ahead: a list that grows would take several times the memory.
        var numbers = new long[CountNumbers(_json)];
        foreach (ref var number in numbers.AsSpan())
        {
            // No format's reader takes "-0".
            if (Next() != JsonTokenType.Number || _json.ValueSpan[0] == '-' || !_json.TryGetInt64(out number)) throw NotWhole(tensor, member);
        }

        return Next() == JsonTokenType.EndArray ? numbers : throw NotWhole(tensor, member);
    }

    private static int CountNumbers(Utf8JsonReader ahead)
    {
        var count = 0;
        while (ahead.Read() && ahead.TokenType == JsonTokenType.Number) count++;
        return count;
    }

    private JsonTokenType Next()
    {
        _json.Read();
        return _json.TokenType;
    }

    private void Expect(JsonTokenType token, string kind, string what, string? member = null)
    {
        if (Next() != token) throw Problem($"{Quote(what, member)} is not {kind}");
    }

    // Every tensor names the same three: no new strings for them.
    private readonly string Member()
    {
        foreach (var member in Members)
        {
            if (!_json.ValueIsEscaped && _json.ValueTextEquals(member)) return member;
        }

        return Text();
    }

    private readonly string Text()
    {
        try
        {
            return _json.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            throw Problem("its header escapes an unpaired surrogate", e);
        }
    }

    private readonly SafetensorsException Twice(string what, string? member = null) => Problem($"{Quote(what, member)} occurs twice in its header");

    private readonly SafetensorsException NotWhole(string tensor, string member) => Problem($"{Quote(tensor, member)} holds something that is not a whole number from 0 to 2⁶³ - 1");

    private readonly SafetensorsException Missing(string tensor, string member) => Problem($"the tensor {Printable.Quote(tensor)} has no {member}");

    private readonly SafetensorsException Problem(string problem, Exception? inner = null) => SafetensorsException.Of(_path, problem, inner);

    // Put together for a sentence only: a name may be as long as the header.
    private static string Quote(string what, string? member) => Printable.Quote(member is null ? what : $"{what}.{member}");
}
