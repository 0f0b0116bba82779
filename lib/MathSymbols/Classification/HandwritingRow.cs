namespace MathSymbols.Classification;

/// <summary>What a classifier says of one image of someone's own.</summary>
/// <param name="File">The image's name in its folder.</param>
/// <param name="Truth">Its class; null when it is not known.</param>
/// <param name="Squash">The most probable class of the whole image, squashed.</param>
/// <param name="Ink">The most probable class of the ink alone.</param>
/// <param name="Exchanged">The most probable class of the whole image, squashed, with red and blue exchanged: what the report's own images went through.</param>
public sealed record HandwritingRow(string File, string? Truth, LabelProbability Squash, LabelProbability Ink, LabelProbability Exchanged)
{
    /// <summary>The most probable class with a framing.</summary>
    /// <param name="framing">The framing.</param>
    public LabelProbability Prediction(Framing framing) => framing == Framing.Ink ? Ink : Squash;

    /// <summary>Whether a prediction is the image's class; null when that is not known.</summary>
    /// <param name="prediction">One of the row's.</param>
    public bool? IsRight(LabelProbability prediction)
    {
        ArgumentNullException.ThrowIfNull(prediction);
        return Truth is null ? null : Truth == prediction.Label;
    }
}
