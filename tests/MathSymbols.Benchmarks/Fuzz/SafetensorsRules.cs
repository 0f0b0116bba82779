using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace MathSymbols.Benchmarks.Fuzz;

/// <summary>The format's rules once more, short and slow: a parsed document, whole numbers of any size, and one mark a byte of data.</summary>
internal static partial class SafetensorsRules
{
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly Dictionary<string, int> Sizes = new(StringComparer.Ordinal)
    {
        ["BOOL"] = 1, ["U8"] = 1, ["I8"] = 1, ["U16"] = 2, ["I16"] = 2, ["F16"] = 2, ["BF16"] = 2,
        ["U32"] = 4, ["I32"] = 4, ["F32"] = 4, ["U64"] = 8, ["I64"] = 8, ["F64"] = 8,
    };

    /// <summary>Describes a file that keeps the rules: every text, and of every tensor type, shape and place, sorted; null when it breaks one.</summary>
    public static IReadOnlyList<string>? Describe(byte[] file)
    {
        try
        {
            return Read(file);
        }
        catch (Exception e) when (e is JsonException or DecoderFallbackException or InvalidOperationException or InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>The line for a tensor.</summary>
    public static string Line(string name, string type, IEnumerable<long> shape, long start, long end) => $"tensor {name}: {type} [{string.Join(',', shape)}] {start} {end}";

    /// <summary>The line for a text.</summary>
    public static string Line(string key, string value) => $"text {key}: {value}";

    private static List<string> Read(byte[] file)
    {
        Require(file.Length >= 8);
        var length = BinaryPrimitives.ReadUInt64LittleEndian(file);
        Require(length is > 0 and <= 100_000_000 && length <= (ulong)file.Length - 8);
        var text = Utf8.GetString(file, 8, (int)length);
        var json = text.TrimEnd(' ');
        Require(json.StartsWith('{') && json.EndsWith('}'));
        using var document = JsonDocument.Parse(json);
        var lines = new List<string>();
        var tensors = new List<(long Start, long End)>();
        foreach (var (name, value) in Members(document.RootElement))
        {
            if (name == "__metadata__")
            {
                lines.AddRange(Members(value).Select(m => Line(m.Key, m.Value.ValueKind == JsonValueKind.String ? m.Value.GetString()! : throw new InvalidDataException())));
                continue;
            }

            var members = Members(value);
            Require(members.Count == 3 && members.ContainsKey("dtype") && members.ContainsKey("shape") && members.ContainsKey("data_offsets"));
            var type = members["dtype"].GetString() ?? "";
            Require(Sizes.ContainsKey(type));
            var shape = Numbers(members["shape"]);
            var offsets = Numbers(members["data_offsets"]);
            Require(offsets.Length == 2 && offsets[1] - offsets[0] == Bytes(shape, Sizes[type]));
            tensors.Add((offsets[0], offsets[1]));
            lines.Add(Line(name, type, shape, offsets[0], offsets[1]));
        }

        RequireCovered(tensors, file.Length - 8 - (int)length);
        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    private static Dictionary<string, JsonElement> Members(JsonElement value)
    {
        Require(value.ValueKind == JsonValueKind.Object);
        var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in value.EnumerateObject()) Require(members.TryAdd(member.Name, member.Value));
        return members;
    }

    private static long[] Numbers(JsonElement value)
    {
        Require(value.ValueKind == JsonValueKind.Array);
        return [.. value.EnumerateArray().Select(n =>
        {
            Require(n.ValueKind == JsonValueKind.Number && Whole.IsMatch(n.GetRawText()));
            var number = BigInteger.Parse(n.GetRawText(), CultureInfo.InvariantCulture);
            Require(number <= long.MaxValue);
            return (long)number;
        })];
    }

    private static BigInteger Bytes(long[] shape, int size)
    {
        var bytes = BigInteger.One;
        foreach (var extent in shape.Append(size))
        {
            bytes *= extent;
            Require(bytes <= long.MaxValue);
        }

        return bytes;
    }

    private static void RequireCovered(List<(long Start, long End)> tensors, int length)
    {
        var marks = new int[length];
        foreach (var (start, end) in tensors)
        {
            Require(start <= end && end <= length);
            for (var at = start; at < end; at++) marks[at]++;
        }

        Require(marks.All(m => m == 1));

        // Nor does a tensor without bytes stand inside another.
        Require(tensors.All(empty => empty.Start < empty.End || !tensors.Any(t => t.Start < empty.Start && empty.Start < t.End)));
    }

    private static void Require(bool kept)
    {
        if (!kept) throw new InvalidDataException();
    }

    [GeneratedRegex(@"\A(0|[1-9][0-9]*)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Whole { get; }
}
