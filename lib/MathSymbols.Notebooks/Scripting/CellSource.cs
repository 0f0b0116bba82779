namespace MathSymbols.Notebooks.Scripting;

/// <summary>The text of a cell or of an imported file, and how to name it to a person.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Cell">The cell's number from 1; null for an imported .cs file.</param>
/// <param name="Text">The code.</param>
/// <param name="Imported">Whether it came by <c>#!import</c>.</param>
internal sealed record CellSource(string Name, int? Cell, string Text, bool Imported)
{
    /// <summary>Such as "02-data.dib, cell 3".</summary>
    internal string Label => Cell is { } number ? $"{Name}, cell {number}" : Name;

    internal string? Line(int number)
    {
        var lines = Text.Split('\n');
        return number >= 1 && number <= lines.Length ? lines[number - 1].Trim() : null;
    }
}
