namespace MathSymbols.Notebooks.Scripting;

/// <summary>A piece of a cell: code to submit, or one magic command.</summary>
/// <param name="Line">The line within the cell, from 1, it starts on.</param>
/// <param name="Text">Code, C# padded with empty lines so that its line numbers are the cell's; or the command's line.</param>
/// <param name="Language">The language of the code, or the one that the command stands in.</param>
/// <param name="Command">The command's name with its <c>#!</c>; null for code.</param>
internal sealed record Segment(int Line, string Text, string Language, string? Command = null)
{
    /// <summary>The text below a command that takes it.</summary>
    internal string Body { get; init; } = string.Empty;
}
