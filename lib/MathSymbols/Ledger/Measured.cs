using System.Globalization;
using MathSymbols.Evaluation;

namespace MathSymbols.Ledger;

/// <summary>What a run gives for a figure.</summary>
public sealed record Measured
{
    private Measured(string? text, string? compared, double? number, IReadOnlyList<Interval> intervals, string? remark) =>
        (Text, Compared, Number, Intervals, Remark) = (text, compared, number, intervals, remark);

    /// <summary>The value for people; null for a number that is shown as the report prints its own.</summary>
    public string? Text { get; }

    /// <summary>The value as the report would write it; null where it is compared as a number.</summary>
    public string? Compared { get; }

    /// <summary>The value as a number; null where it is none.</summary>
    public double? Number { get; }

    /// <summary>Between what the figure may lie by chance, at 95 %; more than one where a figure stands for several.</summary>
    public IReadOnlyList<Interval> Intervals { get; }

    /// <summary>Why it cannot be compared, in one sentence; null when it can, or when its kind never is.</summary>
    public string? Remark { get; private init; }

    /// <summary>A whole number.</summary>
    /// <param name="number">The number.</param>
    public static Measured Count(long number) => new(number.ToString("N0", CultureInfo.InvariantCulture), number.ToString(CultureInfo.InvariantCulture), null, [], null);

    /// <summary>A text.</summary>
    /// <param name="text">The text for people.</param>
    /// <param name="compared">The same as the report would write it, where that is another.</param>
    public static Measured Word(string text, string? compared = null) => new(text, compared ?? text, null, [], null);

    /// <summary>A number that is known exactly.</summary>
    /// <param name="number">The number.</param>
    public static Measured Exactly(double number) => new(null, null, number, [], null);

    /// <summary>A number that chance has a part in.</summary>
    /// <param name="number">The number.</param>
    /// <param name="interval">Its 95 % interval; null when it is not known, and <paramref name="remark"/> says why.</param>
    /// <param name="remark">Why it cannot be compared.</param>
    public static Measured Within(double number, Interval? interval, string? remark = null) => new(null, null, number, interval is null ? [] : [interval], remark);

    /// <summary>Several numbers that the report gives one figure for.</summary>
    /// <param name="text">The numbers for people.</param>
    /// <param name="intervals">Their 95 % intervals.</param>
    public static Measured Within(string text, IReadOnlyList<Interval> intervals) => new(text, null, null, intervals, null);

    /// <summary>A share of images, with Wilson's interval.</summary>
    /// <param name="correct">How many were right.</param>
    /// <param name="count">How many there were, at least 1.</param>
    public static Measured Share(long correct, long count) => Within((double)correct / count, WilsonInterval.Of(correct, count));

    /// <summary>A value that cannot be compared.</summary>
    /// <param name="text">The value for people.</param>
    /// <param name="remark">Why not, in one sentence; null where the figure's kind says it.</param>
    public static Measured Apart(string text, string? remark = null) => new(text, null, null, [], remark);
}
