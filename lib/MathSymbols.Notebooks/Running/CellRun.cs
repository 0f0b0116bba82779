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

    internal CellOutputs Output { get; } = new();

    internal IReadOnlyList<CellOutput> Outputs => Output.All;

    internal CellError? Error { get; set; }
}
