namespace MathSymbols.Benchmarks.Fuzz;

/// <summary>What became of a damaged file; all of them are allowed.</summary>
internal enum FuzzOutcome
{
    /// <summary>Refused with a sentence.</summary>
    Refused,

    /// <summary>Taken: an image, or a store as it was.</summary>
    Taken,

    /// <summary>A store taken with other reasons than were written: the checksums were made to fit.</summary>
    TakenAltered,

    /// <summary>A store taken, of which damaged rows are refused when they are read.</summary>
    RowsRefused,

    /// <summary>A store not used and built again, to the same bytes.</summary>
    BuiltAgain,
}
