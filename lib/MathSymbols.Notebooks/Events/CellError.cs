namespace MathSymbols.Notebooks.Events;

/// <summary>Why a cell failed, and where.</summary>
/// <param name="Kind">compile, runtime, magic, language, died, cancelled, timeout, memory, format or page.</param>
/// <param name="Message">For a person; a runtime error's starts with the exception type.</param>
/// <param name="File">The file, when it is not the notebook itself.</param>
/// <param name="Line">The line within the cell, from 1 (within the file for an imported .cs).</param>
/// <param name="Code">That line's text.</param>
/// <param name="Stack">The frames that lie in cells or in the user's libraries, innermost first; for a dead child the end of its standard error.</param>
internal sealed record CellError(
    string Kind,
    string Message,
    string? File = null,
    int? Line = null,
    string? Code = null,
    IReadOnlyList<string>? Stack = null)
{
    private const int MostCharacters = 4_000;
    private const int MostFrames = 40;

    /// <summary>The same with what nobody would read to its end cut off.</summary>
    internal CellError Shortened() => this with
    {
        Message = Shortened(Message, MostCharacters),
        Code = Code is null ? null : Shortened(Code, MostCharacters),
        Stack = Stack?.Take(MostFrames).Select(s => Shortened(s, MostCharacters / MostFrames)).ToList(),
    };

    private static string Shortened(string text, int most) => text.Length > most ? text[..most] + "…" : text;
}
