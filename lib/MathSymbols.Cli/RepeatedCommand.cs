using System.CommandLine;

namespace MathSymbols.Cli;

/// <summary>The command line that does the same again.</summary>
internal static class RepeatedCommand
{
    /// <summary>The program and the words it was given, quoted where they hold a space.</summary>
    public static string Of(ParseResult result) =>
        string.Join(' ', result.Tokens.Select(t => t.Value.Contains(' ', StringComparison.Ordinal) ? $"\"{t.Value}\"" : t.Value).Prepend("dotnet run --project lib/MathSymbols.Cli -c Release --"));
}
