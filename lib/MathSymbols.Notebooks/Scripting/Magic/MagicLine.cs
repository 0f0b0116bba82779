using MathSymbols.Notebooks.Events;

namespace MathSymbols.Notebooks.Scripting.Magic;

/// <summary>The line that a magic command stands on.</summary>
internal sealed record MagicLine(Segment Segment, CellSource Source)
{
    /// <summary>The end of the cell, in a sentence that starts with the place.</summary>
    internal CellFailure Failure(string message) => new(new CellError(
        "magic", $"{Source.Label}, line {Segment.Line}: {message}", Source.Imported ? Source.Label : null, Segment.Line, Segment.Text.Trim()));
}
