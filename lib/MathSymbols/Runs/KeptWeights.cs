namespace MathSymbols.Runs;

/// <summary>Which weights go into a run's folder: those of AlexNet take 88 MB, those of VGG19's head and of SymbolNet 2 MB.</summary>
public enum KeptWeights
{
    /// <summary>None: then the run can be compared, but not used.</summary>
    None,

    /// <summary>Those of the last epoch.</summary>
    Last,

    /// <summary>Those of the last and of the best epoch.</summary>
    LastAndBest,
}
