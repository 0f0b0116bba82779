namespace MathSymbols.Notebooks.Running;

/// <summary>What a notebook may do and take.</summary>
/// <param name="Timeout">The longest a cell may run; null for no limit.</param>
/// <param name="Memory">The most private memory, in bytes, of a notebook's process and all below it; null for no limit.</param>
/// <param name="Grace">How long a cell that is told to end may go on before its process is killed.</param>
/// <param name="KeepGoing">Whether the cells after a failed one run too.</param>
internal sealed record RunLimits(TimeSpan? Timeout, long? Memory, TimeSpan Grace, bool KeepGoing);
