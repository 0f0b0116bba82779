namespace MathSymbols.Cli;

/// <summary>A command cannot do what was asked.</summary>
/// <param name="message">One sentence: what, where, what to do.</param>
internal sealed class CommandException(string message) : Exception(message);
