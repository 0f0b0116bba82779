namespace MathSymbols.Evaluation;

/// <summary>What a classifier says of one image whose class is known.</summary>
public interface IPrediction
{
    /// <summary>Index of the image's class.</summary>
    int Truth { get; }

    /// <summary>One value a class, 0 to 1.</summary>
    IReadOnlyList<float> Probabilities { get; }
}
