namespace MathSymbols.Notebooks.Running;

/// <summary>What became of a notebook.</summary>
internal enum NotebookStatus
{
    /// <summary>It has not started.</summary>
    NotRun,

    /// <summary>Its child process is at work.</summary>
    Running,

    /// <summary>Every cell succeeded.</summary>
    Ok,

    /// <summary>A cell failed.</summary>
    Failed,

    /// <summary>Its process ended before it was done.</summary>
    Died,

    /// <summary>The person stopped the run.</summary>
    Cancelled,
}
