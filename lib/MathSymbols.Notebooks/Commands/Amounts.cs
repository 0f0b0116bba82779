using System.Globalization;
using System.Text.RegularExpressions;

namespace MathSymbols.Notebooks.Commands;

/// <summary>Durations and sizes as a person types them.</summary>
internal static partial class Amounts
{
    // Timers go no further.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(24);

    private static readonly Dictionary<string, double> Units = new(StringComparer.OrdinalIgnoreCase)
    {
        ["kB"] = 1e3, ["MB"] = 1e6, ["GB"] = 1e9, ["TB"] = 1e12, ["KiB"] = 1L << 10, ["MiB"] = 1L << 20, ["GiB"] = 1L << 30, ["TiB"] = 1L << 40,
    };

    /// <summary>Such as 90, 90s, 1m30s or 500ms; null for anything else, and for more than 24 days.</summary>
    internal static TimeSpan? Duration(string text)
    {
        if (Times().Match(text) is not { Success: true, Length: > 0 } match) return null;
        double Part(string name) => match.Groups[name] is { Success: true } group ? double.Parse(group.Value, CultureInfo.InvariantCulture) : 0;
        var seconds = Part("h") * 3600 + Part("m") * 60 + Part("s") + Part("ms") / 1000;
        return seconds <= Longest.TotalSeconds ? TimeSpan.FromSeconds(seconds) : null;
    }

    /// <summary>Such as 500MB or 1.5GiB, in bytes; null for anything else, a number without a unit among it.</summary>
    internal static long? Size(string text)
    {
        if (Sizes().Match(text) is not { Success: true } match || !Units.TryGetValue(match.Groups["unit"].Value, out var unit)) return null;
        var bytes = double.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture) * unit;
        return bytes < long.MaxValue / 2 ? (long)bytes : null;
    }

    [GeneratedRegex(@"\A(?:(?<h>\d{1,9}(?:\.\d{1,9})?)h)?(?:(?<m>\d{1,9}(?:\.\d{1,9})?)m)?(?:(?<s>\d{1,9}(?:\.\d{1,9})?)(?:s|\z))?(?:(?<ms>\d{1,9})ms)?\z")]
    private static partial Regex Times();

    [GeneratedRegex(@"\A(?<number>\d{1,15}(?:\.\d{1,9})?) ?(?<unit>[A-Za-z]+)\z")]
    private static partial Regex Sizes();
}
