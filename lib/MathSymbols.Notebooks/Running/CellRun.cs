using MathSymbols.Notebooks.Events;
using MathSymbols.Notebooks.Format;

namespace MathSymbols.Notebooks.Running;

/// <summary>A cell and what came of it.</summary>
internal sealed class CellRun(Cell cell, int number)
{
    internal Cell Cell { get; } = cell;

    /// <summary>Its number in the notebook, from 1.</summary>
    internal int Number { get; } = number;

    /// <summary>The first heading of a markdown cell.</summary>
    internal string? Heading { get; } = Headings.First(cell);

    internal CellStatus Status { get; set; }

    internal double Seconds { get; set; }

    internal List<CellOutput> Outputs { get; } = [];

    internal CellError? Error { get; set; }

    internal void Print(TextOrigin origin, string text)
    {
        if (Outputs.LastOrDefault() is not TextOutput last || last.Origin != origin) Outputs.Add(last = new TextOutput(origin));
        last.Append(text);
    }
}
