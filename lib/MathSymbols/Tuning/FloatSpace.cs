using System.Globalization;
using System.Text.Json.Nodes;

namespace MathSymbols.Tuning;

/// <summary>Numbers of a range, continuous or in steps, evenly spaced or log-spaced.</summary>
/// <remarks>
/// How many steps fit is calculated as Keras Tuner does, in floating point, which can leave out the last: 0 to 1 in steps of 0.1 are ten values, 0 to 0.9, and
/// 0.00001 to 0.01 by factors of 10 are three. A slightly greater end keeps it.
/// </remarks>
public sealed class FloatSpace : HyperParameterSpace
{
    // Values may come from a file that a person wrote: 0.3 is the third step of 0.1, which calculates to 0.30000000000000004.
    private const double Tolerance = 1e-9;

    internal FloatSpace(string name, double min, double max, double? step, bool log)
        : base(name)
    {
        if (!double.IsFinite(min) || !double.IsFinite(max) || !double.IsFinite(max - min)) throw new ArgumentException($"The range of '{name}' is not finite: give it two finite ends.", nameof(max));
        var (least, greatest) = (HyperParameters.Text(min), HyperParameters.Text(max));
        if (min > max) throw new ArgumentException($"The range of '{name}' is empty: its least value {least} is above its greatest, {greatest}.", nameof(min));
        if (log && !(min > 0 && double.IsFinite(max / min)))
            throw new ArgumentException($"The range of '{name}' cannot be log-spaced: its least value is {least}, give one well above 0.", nameof(min));
        if (step is { } s && !(double.IsFinite(s) && s > (log ? 1 : 0)))
            throw new ArgumentException($"The step of '{name}' is {HyperParameters.Text(s)}: give {(log ? "a factor above 1" : "a number above 0")}.", nameof(step));
        (Min, Max, Step, Log) = (min, max, step, log);
        if (min == max) Count = 1;
        else if (step is { } by)
        {
            var steps = log ? Math.Floor(Math.Log(max / min, by)) : FloorDivide(max - min, by);
            if (steps > 1L << 52) throw new ArgumentException($"The step of '{name}' is too small for its range: leave it out for a continuous one.", nameof(step));
            Count = (long)steps + 1;
        }
    }

    /// <summary>The least value.</summary>
    public double Min { get; }

    /// <summary>The greatest value.</summary>
    public double Max { get; }

    /// <summary>The distance between neighbours, or the factor between them when log-spaced; null when continuous.</summary>
    public double? Step { get; }

    /// <summary>Whether values are log-spaced.</summary>
    public bool Log { get; }

    /// <inheritdoc/>
    public override long? Count { get; }

    private protected override string Values => string.Create(
        CultureInfo.InvariantCulture, $"a number from {Min:R} to {Max:R}{(Step is { } s ? Log ? $" by factors of {s:R}" : $" in steps of {s:R}" : "")}{(Log ? ", log-spaced" : "")}");

    /// <inheritdoc/>
    public override JsonObject ToJson() => new() { ["name"] = Name, ["kind"] = "float", ["min"] = Min, ["max"] = Max, ["step"] = Step, ["log"] = Log };

    private protected override object Pick(double probability)
    {
        if (Step is not null) return At(IndexAt(probability, Count!.Value));
        return Log ? Min * Math.Pow(Max / Min, probability) : (probability * (Max - Min)) + Min;
    }

    private protected override object? Read(JsonValue json)
    {
        if (JsonNumber.Double(json) is not { } value) return null;
        if (Step is not { } step) return Near(value, Math.Clamp(value, Min, Max)) ? value : null;
        if (Log && value <= 0) return null;
        var index = Math.Round(Log ? Math.Log(value / Min, step) : (value - Min) / step);
        if (!(index >= 0 && index < Count)) return null;
        var nearest = At((long)index);
        return Near(value, nearest) ? nearest : null;
    }

    private static bool Near(double value, double other) => Math.Abs(value - other) <= Tolerance * Math.Max(Math.Abs(value), Math.Abs(other));

    // Python's a // b for a ≥ 0 and b > 0: the exact quotient rounded down, where a / b would first round to the nearest double.
    private static double FloorDivide(double a, double b) => Math.Round((a - (a % b)) / b);

    private double At(long index) => Log ? Min * Math.Pow(Step!.Value, index) : Min + (index * Step!.Value);
}
