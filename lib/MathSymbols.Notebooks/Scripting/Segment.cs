namespace MathSymbols.Notebooks.Scripting;

/// <summary>A piece of a cell: code to submit, or one magic command.</summary>
/// <param name="Line">The line within the cell, from 1, it starts on.</param>
/// <param name="Text">Code, padded with empty lines so that its line numbers are the cell's; or the command's line.</param>
/// <param name="Command">The command's name with its <c>#!</c>; null for code.</param>
internal sealed record Segment(int Line, string Text, string? Command)
{
    /// <summary>What follows the command's name, without quotes around it.</summary>
    internal string Argument => Command is null ? string.Empty : Text.Trim()[Command.Length..].Trim().Trim('"');
}
