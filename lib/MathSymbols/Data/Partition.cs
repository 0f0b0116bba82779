namespace MathSymbols.Data;

/// <summary>The part of a split an image belongs to.</summary>
public enum Partition
{
    /// <summary>The model's weights are fitted to these.</summary>
    Train,

    /// <summary>Choices are made on these.</summary>
    Validation,

    /// <summary>Looked at once, at the end.</summary>
    Test,
}
