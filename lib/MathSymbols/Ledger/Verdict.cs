namespace MathSymbols.Ledger;

/// <summary>What comes of comparing a figure with a run's.</summary>
public enum Verdict
{
    /// <summary>They are the same, or no further apart than chance allows.</summary>
    Agrees,

    /// <summary>They are not.</summary>
    Differs,

    /// <summary>Both are shown; comparing them would say nothing.</summary>
    NotComparable,

    /// <summary>There is nothing to compare it with.</summary>
    Missing,
}
