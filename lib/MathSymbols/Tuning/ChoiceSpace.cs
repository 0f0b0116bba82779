using System.Text.Json;
using System.Text.Json.Nodes;

namespace MathSymbols.Tuning;

/// <summary>One of a few values of one type, all equally likely.</summary>
public sealed class ChoiceSpace : HyperParameterSpace
{
    internal ChoiceSpace(string name, IReadOnlyList<object> values)
        : base(name)
    {
        if (values.Count == 0) throw new ArgumentException($"The choice '{name}' has no values: give at least one.", nameof(values));
        foreach (var value in values)
        {
            if (value is null or double.NaN or double.PositiveInfinity or double.NegativeInfinity)
                throw new ArgumentException($"The choice '{name}' has a value that is null or no finite number: leave it out.", nameof(values));
        }

        if (values.Distinct().Count() < values.Count) throw new ArgumentException($"The choice '{name}' has a value twice: give each once.", nameof(values));
        Options = values;
    }

    /// <summary>The values: all strings, all <see cref="long"/> or all <see cref="double"/>.</summary>
    public IReadOnlyList<object> Options { get; }

    /// <inheritdoc/>
    public override long? Count => Options.Count;

    private protected override string Values => string.Join(" | ", Options.Select(HyperParameters.Text));

    /// <inheritdoc/>
    public override JsonObject ToJson() =>
        new() { ["name"] = Name, ["kind"] = "choice", ["values"] = new JsonArray([.. Options.Select(HyperParameters.Json)]) };

    private protected override object Pick(double probability) => Options[(int)IndexAt(probability, Options.Count)];

    private protected override object? Read(JsonValue json)
    {
        object? value = Options[0] switch
        {
            string => json.GetValueKind() == JsonValueKind.String ? json.GetValue<string>() : null,
            long => JsonNumber.Whole(json),
            _ => JsonNumber.Double(json),
        };
        return value is not null && Options.Contains(value) ? value : null;
    }
}
