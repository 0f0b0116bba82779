namespace MathSymbols.Benchmarks.Kills;

/// <summary>What the instant of a kill is chosen by.</summary>
internal enum KillMoment
{
    /// <summary>The clock alone.</summary>
    Anywhere,

    /// <summary>A file has just been begun under its temporary name.</summary>
    WriteBegun,

    /// <summary>A file has just been given its final name.</summary>
    Renamed,
}
