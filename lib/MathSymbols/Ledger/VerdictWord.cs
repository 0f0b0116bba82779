namespace MathSymbols.Ledger;

/// <summary>A verdict as it is written.</summary>
public static class VerdictWord
{
    /// <summary>agrees, differs, not compared or missing.</summary>
    /// <param name="verdict">The verdict.</param>
    public static string Word(this Verdict verdict) => verdict switch
    {
        Verdict.Agrees => "agrees",
        Verdict.Differs => "differs",
        Verdict.NotComparable => "not compared",
        _ => "missing",
    };

    /// <summary>One character for it that every font has.</summary>
    /// <param name="verdict">The verdict.</param>
    public static string Sign(this Verdict verdict) => verdict switch
    {
        Verdict.Agrees => "=",
        Verdict.Differs => "≠",
        Verdict.NotComparable => "~",
        _ => "–",
    };
}
