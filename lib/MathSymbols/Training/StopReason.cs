namespace MathSymbols.Training;

/// <summary>Why a training run ended.</summary>
public enum StopReason
{
    /// <summary>It has not ended.</summary>
    None,

    /// <summary>All epochs were run.</summary>
    AllEpochs,

    /// <summary>The monitored metric did not improve any more.</summary>
    EarlyStopping,
}
