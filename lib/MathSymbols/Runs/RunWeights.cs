namespace MathSymbols.Runs;

/// <summary>The names of the weights a run is measured with.</summary>
public static class RunWeights
{
    /// <summary>The weights after the last epoch, which the report measures.</summary>
    public const string LastEpoch = "last epoch";

    /// <summary>The weights after the epoch that the validation images judge best; the record's notes say by what.</summary>
    public const string BestEpoch = "best epoch";

    /// <summary>Whether a name is one of the two.</summary>
    /// <param name="name">A name.</param>
    public static bool Has(string name) => name is LastEpoch or BestEpoch;
}
