namespace MathSymbols.Classification;

/// <summary>What a classifier says of one image of someone's own, both ways.</summary>
/// <param name="File">The image's name in its folder.</param>
/// <param name="Truth">Its class; null when it is not known.</param>
/// <param name="Squash">The most probable class of the whole image, squashed.</param>
/// <param name="Ink">The most probable class of the ink alone.</param>
public sealed record HandwritingRow(string File, string? Truth, LabelProbability Squash, LabelProbability Ink)
{
    /// <summary>The most probable class with a framing.</summary>
    /// <param name="framing">The framing.</param>
    public LabelProbability Prediction(Framing framing) => framing == Framing.Ink ? Ink : Squash;
}
