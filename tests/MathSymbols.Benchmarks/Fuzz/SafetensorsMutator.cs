using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace MathSymbols.Benchmarks.Fuzz;

/// <summary>Makes good safetensors files and damages most of them: numbers, bits, bytes, pieces of other files, JSON tokens, lengths. One seed gives one sequence of files.</summary>
/// <param name="seed">The seed.</param>
internal sealed partial class SafetensorsMutator(int seed)
{
    // What tips readers over. Latin-1 stands for bytes here: the last ones are no UTF-8.
    private static readonly string[] Tokens =
    [
        "{", "}", "[", "]", ":", ",", "{}", "[]", "[0]", "[0,0]", " ", "\t", "\n", "\r", "\0", "//", "/**/", "\"", "'", "\\",
        "0", "-0", "1", "-1", "2", "4", "8", "00", "1.0", "1e0", "0e9", "1e3", "1e400", "+1", "0x1", "255", "65536", "2147483647", "2147483648", "4294967295", "4294967296",
        "4611686018427387904", "4611686018427387905", "9223372036854775807", "9223372036854775808", "18446744073709551615", "18446744073709551616", "99999999999999999999999999",
        "NaN", "Infinity", "null", "true", "false", "tru", "undefined",
        "\"a\"", "\"\\u0061\"", "\"\"", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\ud83d\\ude00\"", "\"\\u0000\"", "\"__metadata__\"", "\"\\u005f_metadata__\"", "\"xxh128\"",
        "\"dtype\"", "\"\\u0064type\"", "\"shape\"", "\"data_offsets\"", "\"offsets\"", "\"F32\"", "\"f32\"", "\"U8\"", "\"BOOL\"", "\"F8_E4M3\"", "\"F4\"", "\"I64\"", "\"7\"",
        "\u00ef\u00bb\u00bf", "\u00ed\u00a0\u0080", "\u00c0\u0080", "\u00ff", "\u00c2\u00a0",
    ];

    private readonly Random _random = new(seed);

    /// <summary>The next file.</summary>
    public byte[] Next()
    {
        var (header, data) = Draw(bent: _random.Next(3) == 0);
        var claimed = (ulong?)null;
        for (var left = Changes(); left > 0; left--)
        {
            switch (_random.Next(20))
            {
                case < 10:
                    header = ChangeTokens(header);
                    break;
                case < 13:
                    header = Text(ChangeBytes(Bytes(header)));
                    break;
                case < 15:
                    header = Splice(header, Draw(bent: false).Header);
                    break;
                case < 17:
                    data = ChangeBytes(data);
                    break;
                case < 18:
                    claimed = Length(header.Length, data.Length);
                    break;
                default:
                    header = _random.Next(4) == 0 ? Pick(Tokens) + header : header + Pick(Tokens);
                    break;
            }
        }

        var file = new byte[8 + header.Length + data.Length];
        BinaryPrimitives.WriteUInt64LittleEndian(file, claimed ?? (ulong)header.Length);
        Bytes(header).CopyTo(file, 8);
        data.CopyTo(file, 8 + header.Length);
        return _random.Next(20) == 0 ? ChangeBytes(file) : file;
    }

    // Some files stay as they were drawn; few take many changes.
    private int Changes()
    {
        if (_random.Next(3) == 0) return 0;
        var changes = 1;
        while (changes < 8 && _random.Next(3) == 0) changes++;
        return changes;
    }

    private (string Header, byte[] Data) Draw(bool bent)
    {
        var sketch = new SafetensorsSketch(_random);
        if (bent) sketch.Bend();
        var data = new byte[sketch.DataLength];
        _random.NextBytes(data);

        // As bytes, one a character.
        return (Text(Encoding.UTF8.GetBytes(sketch.Header())), data);
    }

    private string ChangeTokens(string header)
    {
        var tokens = Token.Matches(header).Select(m => m.Value).ToList();
        if (tokens.Count == 0) return Pick(Tokens);
        var at = _random.Next(tokens.Count);
        var some = tokens.GetRange(at, Math.Min(tokens.Count - at, 1 + (_random.Next(3) * _random.Next(10))));
        switch (_random.Next(8))
        {
            case 0:
                tokens[at] = Pick(Tokens);
                break;
            case 1:
                tokens.Insert(at, Pick(Tokens));
                break;
            case 2:
                tokens.RemoveRange(at, some.Count);
                break;
            case 3:
                tokens.InsertRange(_random.Next(tokens.Count + 1), some);
                break;
            case 4:
                var other = _random.Next(tokens.Count);
                (tokens[at], tokens[other]) = (tokens[other], tokens[at]);
                break;
            case 5:
                // Another of its kind.
                var kin = tokens.Where(t => t[0] == tokens[at][0] || (char.IsAsciiDigit(t[0]) && char.IsAsciiDigit(tokens[at][0]))).ToArray();
                tokens[at] = Pick(kin);
                break;
            case 6:
                var numbers = Enumerable.Range(0, tokens.Count).Where(i => char.IsAsciiDigit(tokens[i][0])).ToArray();
                if (numbers.Length > 0) ChangeNumber(tokens, numbers[_random.Next(numbers.Length)]);
                break;
            default:
                // Now and then so often that memory and time would show.
                tokens.InsertRange(at, Enumerable.Repeat(some, _random.Next(40) == 0 ? 5000 : 3).SelectMany(t => t));
                break;
        }

        return string.Concat(tokens);
    }

    private void ChangeNumber(List<string> tokens, int at)
    {
        if (!long.TryParse(tokens[at], NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return;
        var changed = unchecked(_random.Next(4) switch
        {
            0 => number + 1,
            1 => number - 1,
            2 => number * 2,
            _ => 1L << _random.Next(64),
        });
        tokens[at] = changed.ToString(CultureInfo.InvariantCulture);
    }

    private byte[] ChangeBytes(byte[] bytes)
    {
        var at = _random.Next(bytes.Length + 1);
        var until = _random.Next(at, Math.Min(bytes.Length, at + 16) + 1);
        switch (_random.Next(5))
        {
            case 0:
                return [.. bytes[..at], .. bytes[until..]];
            case 1:
                return [.. bytes[..until], .. bytes[at..]];
            case 2:
                return bytes[..at];
            case 3:
                return [.. bytes[..at], (byte)_random.Next(256), .. bytes[at..]];
            default:
                if (at < bytes.Length) bytes[at] ^= (byte)(1 << _random.Next(8));
                return bytes;
        }
    }

    private string Splice(string header, string other)
    {
        var (at, from) = (_random.Next(header.Length + 1), _random.Next(other.Length + 1));
        var taken = other[from.._random.Next(from, other.Length + 1)];
        return _random.Next(2) == 0 ? header[..at] + taken : header[..at] + taken + header[at..];
    }

    private ulong Length(int header, int data) => _random.Next(9) switch
    {
        0 => 0,
        1 => (ulong)(header + 1),
        2 => (ulong)Math.Max(header - 1, 0),
        3 => (ulong)(header + data),
        4 => (ulong)(header + data + 1),
        5 => 100_000_000UL + (ulong)_random.Next(2),
        6 => (uint)header | (1UL << _random.Next(64)),
        7 => ulong.MaxValue - (ulong)_random.Next(9),
        _ => (ulong)_random.Next(header + 1),
    };

    private T Pick<T>(T[] values) => values[_random.Next(values.Length)];

    private static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);

    private static string Text(byte[] bytes) => Encoding.Latin1.GetString(bytes);

    [GeneratedRegex("""\"(?:\\.|[^"\\])*\"|[-+.0-9A-Za-z]+|\s+|.""", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Token { get; }
}
