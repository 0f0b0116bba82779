using System.Globalization;
using System.Text;

namespace MathSymbols.Benchmarks.Fuzz.Stores;

/// <summary>Indexes in JSON that a program of ours would not write.</summary>
internal static class IndexLies
{
    private static readonly string[] Numbers = ["0", "-1", "3", "6", "1e0", "1.0", "2147483647", "2147483648", "-2147483649", "1e400", "null", "\"1\"", "[]", "{}", "true"];

    private static readonly string[] Paths = ["null", "\"\"", "\"a/b.png\"", "\"../../x\"", "\"\\u0000\"", "\"\\ud800\"", "7", "[]", "\"\u202e\\u001b[2J\""];

    /// <summary>Draws one.</summary>
    /// <param name="random">Decides.</param>
    /// <param name="index">The right one.</param>
    /// <param name="fingerprint">The right fingerprint.</param>
    public static byte[] Draw(Random random, byte[] index, string fingerprint)
    {
        var right = Encoding.UTF8.GetString(index);
        string Pick(string[] values) => values[random.Next(values.Length)];
        string Failure() => $$"""{"Index":{{Pick(Numbers)}},"Path":{{Pick(Paths)}},"Reason":{{Pick(Paths)}}}""";
        string With(string failures) => $$"""{"Fingerprint":"{{fingerprint}}","Failures":{{failures}}}""";
        string Many(string one, int count) => $"[{string.Join(',', Enumerable.Repeat(one, count))}]";
        return Encoding.UTF8.GetBytes(random.Next(16) switch
        {
            0 => With("null"),
            1 => With("[null]"),
            2 => With(Pick(["{}", "\"x\"", "7", "[7]", "[[]]", "[{}]"])),
            3 => With(Many(Failure(), 1 + random.Next(3))),
            4 => With(Many("{}", 1 << random.Next(18))),
            5 => With(Many("{\"Index\":0,\"Path\":\"a/img000.png\",\"Reason\":\"x\"}", 1 << random.Next(16))),
            6 => With($"[{string.Join(',', Enumerable.Range(0, 1 << random.Next(17)).Select(i => $$"""{"Index":{{i.ToString(CultureInfo.InvariantCulture)}},"Path":"a/{{i.ToString(CultureInfo.InvariantCulture)}}.png","Reason":"x"}"""))}]"),
            7 => With(new string('[', 1 << random.Next(18)) + new string(']', 1 << random.Next(3))),
            8 => right.Replace(fingerprint, Pick(["", "0", fingerprint[1..], fingerprint.ToUpperInvariant(), new string('a', 64), new string('f', 1 << random.Next(20))]), StringComparison.Ordinal),
            9 => right.Replace($"\"{fingerprint}\"", Pick(Paths), StringComparison.Ordinal),
            10 => right + Pick([" ", "\0", ",", "}", "{}", "//", new string(' ', 1 << random.Next(20))]),
            11 => Pick([" ", "\uFEFF", "[", "null", ""]) + right,
            12 => right.Replace("\"Failures\"", Pick(["\"failures\"", "\"Failure\"", "\"Fail\\u0075res\"", "\"Fingerprint\""]), StringComparison.Ordinal),
            13 => $"{right[..^1]},{right[1..]}",
            14 => Pick(["null", "[]", "{}", "\"\"", "0", "true", "nul", "{", "\u0000"]),
            _ => right.Replace("\"Index\":", $"\"Index\":{Pick(Numbers)},\"Index\":", StringComparison.Ordinal),
        });
    }
}
