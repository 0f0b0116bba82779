namespace MathSymbols.Notebooks.Running;

/// <summary>What became of a cell.</summary>
internal enum CellStatus
{
    /// <summary>It has not been reached, or was left out after a failure.</summary>
    Skipped,

    /// <summary>It started and has not ended.</summary>
    Running,

    /// <summary>It ran to its end.</summary>
    Ok,

    /// <summary>It did not.</summary>
    Failed,
}
