namespace MathSymbols.Benchmarks.Fuzz;

/// <summary>Makes damaged files of one sort and holds their reader to what it promises.</summary>
internal interface IDataFuzz
{
    /// <summary>Names of the kinds of damage.</summary>
    IReadOnlyList<string> Kinds { get; }

    /// <summary>Makes a file; one number gives one file.</summary>
    FuzzCase Make(long number);

    /// <summary>Has the file read.</summary>
    /// <exception cref="FuzzFindingException">The reader broke a promise.</exception>
    FuzzOutcome Try(FuzzCase file);
}
