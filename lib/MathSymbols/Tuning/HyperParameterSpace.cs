using System.Text.Json.Nodes;

namespace MathSymbols.Tuning;

/// <summary>The values that one hyper-parameter may take, and how a probability picks one of them: Keras Tuner's <c>prob_to_value</c>.</summary>
public abstract class HyperParameterSpace
{
    private protected HyperParameterSpace(string name)
    {
        if (string.IsNullOrWhiteSpace(name)) throw new ArgumentException("A hyper-parameter has no name: give it one.", nameof(name));
        Name = name;
    }

    /// <summary>The hyper-parameter's name.</summary>
    public string Name { get; }

    /// <summary>How many values there are; null when they are continuous.</summary>
    public abstract long? Count { get; }

    /// <summary>The value that a probability picks: a string, a <see cref="long"/>, a <see cref="double"/> or a <see cref="bool"/>.</summary>
    /// <param name="probability">From 0 (inclusive) to 1 (exclusive).</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability is outside that range.</exception>
    public object ValueAt(double probability) => probability is >= 0 and < 1
        ? Pick(probability)
        : throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability is at least 0 and less than 1.");

    /// <summary>The value that <paramref name="json"/> stands for.</summary>
    /// <param name="json">A value as <see cref="HyperParameters.ToJson"/> writes it, or as a person would.</param>
    /// <exception cref="FormatException">It is not one of the values.</exception>
    public object Parse(JsonNode? json) => (json is JsonValue value ? Read(value) : null)
        ?? throw new FormatException($"the hyper-parameter '{Name}' cannot be {json?.ToJsonString() ?? "null"}: it is {Values}");

    /// <summary>The space as an object with the members name, kind and what the kind needs.</summary>
    public abstract JsonObject ToJson();

    /// <summary>The space as text, as in "activation: relu | tanh".</summary>
    public override string ToString() => $"{Name}: {Values}";

    private protected abstract string Values { get; }

    private protected abstract object Pick(double probability);

    /// <summary>The value, or null when it is not one of the space's.</summary>
    private protected abstract object? Read(JsonValue json);

    /// <summary>Which of <paramref name="count"/> equally likely values a probability picks: Keras Tuner's <c>prob_to_index</c>.</summary>
    private protected static long IndexAt(double probability, long count) =>
        Math.Min((long)Math.Floor(probability / (1.0 / count)), count - 1); // The quotient can round up to the count.
}
