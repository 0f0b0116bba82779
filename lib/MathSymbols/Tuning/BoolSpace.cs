using System.Text.Json;
using System.Text.Json.Nodes;

namespace MathSymbols.Tuning;

/// <summary>False or true; true from a probability of one half on.</summary>
public sealed class BoolSpace : HyperParameterSpace
{
    internal BoolSpace(string name)
        : base(name)
    {
    }

    /// <inheritdoc/>
    public override long? Count => 2;

    private protected override string Values => "false | true";

    /// <inheritdoc/>
    public override JsonObject ToJson() => new() { ["name"] = Name, ["kind"] = "bool" };

    private protected override object Pick(double probability) => probability >= 0.5;

    private protected override object? Read(JsonValue json) => json.GetValueKind() switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };
}
