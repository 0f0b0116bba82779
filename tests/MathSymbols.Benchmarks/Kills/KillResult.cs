namespace MathSymbols.Benchmarks.Kills;

/// <summary>What a kill came upon.</summary>
/// <param name="Hit">Whether the process was still running, and died of it.</param>
/// <param name="InsideWrite">Whether it died with a file half written, or written and not yet renamed.</param>
/// <param name="AfterRename">Whether it was killed because a file had been renamed, and died before it began the next.</param>
internal sealed record KillResult(bool Hit, bool InsideWrite, bool AfterRename);
