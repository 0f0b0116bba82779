namespace MathSymbols.Evaluation;

/// <summary>What the counts of a <see cref="ConfusionMatrix"/> are divided by.</summary>
public enum NormalizeBy
{
    /// <summary>Nothing: counts.</summary>
    None,

    /// <summary>The images observed of the class: the diagonal is recall.</summary>
    Row,

    /// <summary>The images predicted as the class: the diagonal is precision.</summary>
    Column,

    /// <summary>All images.</summary>
    All,
}
