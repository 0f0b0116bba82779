namespace MathSymbols.Runs;

/// <summary>A run whose record cannot be read; it is passed over.</summary>
/// <param name="Path">The record's path.</param>
/// <param name="Reason">One sentence that names the file, what is wrong and what to do.</param>
public sealed record DamagedRun(string Path, string Reason);
