using System.Globalization;

namespace MathSymbols.Benchmarks.Fuzz;

/// <summary>A header before it is text: drawn at random it keeps every rule, and one bend breaks one in numbers that otherwise agree.</summary>
internal sealed class SafetensorsSketch
{
    private static readonly (string Name, int Size)[] Types =
    [
        ("BOOL", 1), ("U8", 1), ("I8", 1), ("I16", 2), ("U16", 2), ("F16", 2), ("BF16", 2), ("I32", 4), ("U32", 4), ("F32", 4), ("F64", 8), ("I64", 8), ("U64", 8),
    ];

    // As they stand between quotes; no two are one name.
    private static readonly string[] Names = ["a", "A", "", "0.weight", "0.bias", "__metadata_", "dtype", "shape", "e\u0301", @"\n", @"\u0000", @"\ud835\udc65", "layer.1"];

    private static readonly string[][] Vast = [["4294967296", "4294967296"], ["9223372036854775807", "2", "0"], ["2305843009213693952"], ["9223372036854775808"]];

    // What follows a tensor's two offsets.
    private static readonly string[] More = [",0]", "],\"shape\":[]", "],\"dtype\":\"U8\"", @"],""\u0073hape"":[0]", "],\"data_offsets\":[0,0]", "],\"x\":0"];

    private readonly Random _random;
    private readonly List<Tensor> _tensors = [];
    private readonly List<string> _metadata = [];

    public SafetensorsSketch(Random random)
    {
        _random = random;
        var names = Names.ToArray();
        random.Shuffle(names);
        foreach (var name in names.Take(random.Next(6)))
        {
            var (type, size) = random.GetItems(Types, 1)[0];
            var shape = Enumerable.Range(0, random.Next(4)).Select(_ => (long)random.Next(4)).ToArray();
            Add(new(name, type, size, [.. shape.Select(Text)]), shape.Aggregate((long)size, (a, b) => a * b));
        }

        if (random.Next(2) == 0) _metadata.Add(string.Join(',', names.Skip(random.Next(names.Length)).Take(4).Select(n => $"\"{n}\":\"{random.GetItems(Names, 1)[0]}\"")));
    }

    /// <summary>The length of the data.</summary>
    public long DataLength { get; private set; }

    /// <summary>Breaks a rule, if there is a tensor to break it with.</summary>
    public void Bend()
    {
        if (_tensors.Count == 0) return;
        var at = _random.Next(_tensors.Count);
        var tensor = _tensors[at];
        var shift = _random.Next(2) == 0 ? 1 + _random.Next(4) : -_random.Next(Math.Min(4, (int)tensor.Start) + 1);
        switch (_random.Next(12))
        {
            case 0:
                tensor.Move(shift);
                break;
            case 1:
                // A hole or an overlap, with all that follows in its place and the data as long as they say.
                foreach (var later in _tensors.Skip(at)) later.Move(shift);
                DataLength += shift;
                break;
            case 2:
                tensor.Move(_tensors[_random.Next(_tensors.Count)].Start - tensor.Start);
                break;
            case 3:
                (tensor.Start, tensor.End) = (tensor.End, tensor.Start);
                break;
            case 4:
                tensor.End += shift;
                break;
            case 5:
                if (tensor.Shape.Count > 0) Respell(tensor.Shape, _random.Next(tensor.Shape.Count));
                break;
            case 6:
                // The product is small again past 2⁶⁴.
                var small = _random.Next(3);
                Add(new("wrapped", tensor.Type, tensor.Size, [Text((1L << 62) + small), "4"]), 4L * small * tensor.Size);
                break;
            case 7:
                Add(new("vast", tensor.Type, tensor.Size, [.. _random.GetItems(Vast, 1)[0]]), 0);
                break;
            case 8:
                Add(new(tensor.Name.Length > 0 && char.IsAsciiLetter(tensor.Name[0]) && _random.Next(2) == 0 ? $@"\u{(int)tensor.Name[0]:x4}{tensor.Name[1..]}" : tensor.Name, "U8", 1, ["0"]), 0);
                break;
            case 9:
                tensor.Type = tensor.Type.ToLowerInvariant();
                break;
            case 10:
                tensor.More = _random.GetItems(More, 1)[0];
                break;
            default:
                _metadata.Add("");
                if (_metadata.Count == 1) _metadata.Add("");
                break;
        }
    }

    /// <summary>The header's text: members in any order, padded or not.</summary>
    public string Header()
    {
        var members = _tensors.Select(t => t.ToString(_random)).Concat(_metadata.Select((m, i) => $"\"{(i == 0 ? "_" : @"\u005f")}_metadata__\":{{{m}}}")).ToArray();
        if (_random.Next(2) == 0) _random.Shuffle(members);
        return $"{{{string.Join(',', members)}}}{new string(' ', _random.Next(2) * _random.Next(12))}";
    }

    private void Add(Tensor tensor, long length)
    {
        tensor.Start = DataLength;
        DataLength += length;
        tensor.End = DataLength;
        _tensors.Add(tensor);
    }

    // The same number, as JSON or a lenient parser would have it.
    private void Respell(List<string> shape, int at)
    {
        string[] spellings = shape[at] == "0" ? ["-0", "0.0", "0e9", "00", "null"] : [$"{shape[at]}.0", $"{shape[at]}e0", $"0{shape[at]}", $"+{shape[at]}", $"\"{shape[at]}\"", $"[{shape[at]}]"];
        shape[at] = _random.GetItems(spellings, 1)[0];
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed class Tensor(string name, string type, int size, List<string> shape)
    {
        public string Name => name;

        public string Type { get; set; } = type;

        public string More { get; set; } = "]";

        public int Size => size;

        public List<string> Shape => shape;

        public long Start { get; set; }

        public long End { get; set; }

        public void Move(long by) => (Start, End) = (Start + by, End + by);

        public string ToString(Random random)
        {
            string[] members = [$"\"dtype\":\"{Type}\"", $"\"shape\":[{string.Join(',', shape)}]", $"\"data_offsets\":[{Text(Start)},{Text(End)}{More}"];
            if (random.Next(4) == 0) random.Shuffle(members);
            return $"\"{name}\":{{{string.Join(',', members)}}}";
        }
    }
}
