namespace MathSymbols.Benchmarks.Kills;

/// <summary>What a <see cref="SmallTraining"/> trains.</summary>
internal enum SmallModel
{
    /// <summary>AlexNet at 224 px, whose checkpoint has 263 MB.</summary>
    AlexNet,

    /// <summary>One convolution with BatchNorm and dropout before two dense layers at 32 px; its checkpoint has 22 MB, and writing that takes a good share of an epoch.</summary>
    Convolution,
}
