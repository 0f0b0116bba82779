using System.Globalization;
using System.Text.Json.Nodes;

namespace MathSymbols.Tuning;

/// <summary>Whole numbers of a range, evenly spaced or log-spaced.</summary>
/// <remarks>
/// How many factors fit is calculated as Keras Tuner does, in floating point, which can leave out the last: 1 to 1000 by factors of 10 are three values, 1, 10 and 100.
/// A slightly greater end keeps it.
/// </remarks>
public sealed class IntSpace : HyperParameterSpace
{
    // What a double holds exactly: log spacing calculates in doubles, and a probability has no more bits.
    private const long Bound = 1L << 53;

    internal IntSpace(string name, long min, long max, long step, bool log)
        : base(name)
    {
        if (min > max) throw new ArgumentException($"The range of '{name}' is empty: its least value {min} is above its greatest, {max}.", nameof(min));
        if (min < -Bound || max > Bound) throw new ArgumentException($"The range of '{name}' is too wide: stay within ±2^53.", nameof(max));
        if (step < 1) throw new ArgumentException($"The step of '{name}' is {step}: give at least 1.", nameof(step));
        if (log && min < 1) throw new ArgumentException($"The range of '{name}' cannot be log-spaced: its least value is {min}, give at least 1.", nameof(min));
        (Min, Max, Step, Log) = (min, max, step, log);
        Count = (log, step) switch
        {
            (true, 1) => max - min + 1,
            (true, _) => (long)Math.Log((double)max / min, step) + 1,
            (false, _) => ((max - min) / step) + 1,
        };
    }

    /// <summary>The least value.</summary>
    public long Min { get; }

    /// <summary>The greatest value, inclusive when the steps hit it.</summary>
    public long Max { get; }

    /// <summary>The distance between neighbours; when log-spaced, the factor between them, or 1 for every whole number.</summary>
    public long Step { get; }

    /// <summary>Whether values are log-spaced.</summary>
    public bool Log { get; }

    /// <inheritdoc/>
    public override long? Count { get; }

    private protected override string Values => string.Create(
        CultureInfo.InvariantCulture, $"a whole number from {Min} to {Max}{(Step > 1 ? Log ? $" by factors of {Step}" : $" in steps of {Step}" : "")}{(Log ? ", log-spaced" : "")}");

    /// <inheritdoc/>
    public override JsonObject ToJson() => new() { ["name"] = Name, ["kind"] = "int", ["min"] = Min, ["max"] = Max, ["step"] = Step, ["log"] = Log };

    private protected override object Pick(double probability)
    {
        if (Log && Step == 1) return Math.Min((long)(Min * Math.Pow((Max + 1.0) / Min, probability)), Max); // Up to Max + 1, so that Max has its share.
        return At(IndexAt(probability, Count!.Value));
    }

    private protected override object? Read(JsonValue json)
    {
        if (JsonNumber.Whole(json) is not { } value || value < Min || value > Max) return null;
        if (Step == 1) return value;
        var index = Log ? (long)Math.Round(Math.Log((double)value / Min, Step)) : (value - Min) / Step;
        return index < Count && At(index) == value ? value : null;
    }

    private long At(long index) => Log ? (long)(Min * Math.Pow(Step, index)) : Min + (index * Step);
}
