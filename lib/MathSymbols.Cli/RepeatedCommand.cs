using System.CommandLine;

namespace MathSymbols.Cli;

/// <summary>The command line that does the same again.</summary>
internal static class RepeatedCommand
{
    /// <summary>The program and the words it was given, quoted where they hold a space.</summary>
    /// <param name="result">The parsed command line.</param>
    /// <param name="without">A word to leave out, since it would not do the same again.</param>
    public static string Of(ParseResult result, string? without = null) =>
        string.Join(' ', result.Tokens.Where(t => t.Value != without).Select(t => t.Value.Contains(' ', StringComparison.Ordinal) ? $"\"{t.Value}\"" : t.Value).Prepend("dotnet run --project lib/MathSymbols.Cli -c Release --"));
}
