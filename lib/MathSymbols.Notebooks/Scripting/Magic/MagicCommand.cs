using System.CommandLine;

namespace MathSymbols.Notebooks.Scripting.Magic;

/// <summary>A magic command: its arguments and what it does.</summary>
internal abstract class MagicCommand(string name, string description)
{
    /// <summary>Like the engine it ignores words that no option takes.</summary>
    internal Command Syntax { get; } = new(name, description) { TreatUnmatchedTokensAsErrors = false };

    /// <summary>Whether cells of a language know it.</summary>
    internal virtual bool Suits(string language) => true;

    /// <summary>Throws a sentence for arguments that do not go together.</summary>
    internal virtual void Check(ParseResult arguments, MagicLine line)
    {
    }

    internal abstract Task RunAsync(ParseResult arguments, MagicLine line, MagicCall call);
}
