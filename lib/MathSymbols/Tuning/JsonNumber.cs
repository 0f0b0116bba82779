using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MathSymbols.Tuning;

/// <summary>Numbers of JSON values by what is written, whichever type holds them.</summary>
internal static class JsonNumber
{
    /// <summary>The number, or null when it is none or not finite.</summary>
    public static double? Double(JsonValue json) =>
        json.GetValueKind() == JsonValueKind.Number && double.TryParse(json.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var x) && double.IsFinite(x) ? x : null;

    /// <summary>The whole number, or null when it is none or beyond what a double holds exactly.</summary>
    public static long? Whole(JsonValue json) => Double(json) is { } x && Math.Abs(x) <= 1L << 53 && Math.Floor(x) == x ? (long)x : null;
}
