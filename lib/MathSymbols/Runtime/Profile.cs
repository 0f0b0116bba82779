namespace MathSymbols.Runtime;

/// <summary>How much work the notebooks do.</summary>
public enum Profile
{
    /// <summary>Every section in minutes on a 2-core laptop.</summary>
    Quick,

    /// <summary>What the original report did; hours on a CPU.</summary>
    Full,
}
