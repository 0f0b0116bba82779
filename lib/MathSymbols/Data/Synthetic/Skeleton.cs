using System.Globalization;

namespace MathSymbols.Data.Synthetic;

/// <summary>One way to write a symbol: pen strokes in a unit of its own, about one high (or wide, for flat symbols).</summary>
/// <param name="Weight">How common this way is among the ways to write the same symbol.</param>
/// <param name="Strokes">The strokes, each at least two points.</param>
internal sealed record Skeleton(double Weight, IReadOnlyList<ControlPoint[]> Strokes)
{
    /// <summary>Reads strokes written as "x,y x,y! x,y": numbers in hundredths, an exclamation mark for a corner.</summary>
    public static Skeleton Of(double weight, params string[] strokes) =>
        new(weight, [.. strokes.Select(stroke => stroke.Split(' ').Select(Point).ToArray())]);

    private static ControlPoint Point(string text)
    {
        var corner = text.EndsWith('!');
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        var y = corner ? text[(comma + 1)..^1] : text[(comma + 1)..];
        return new(Hundredths(text[..comma]), Hundredths(y), corner);
    }

    private static double Hundredths(string text) => int.Parse(text, CultureInfo.InvariantCulture) / 100.0;
}
