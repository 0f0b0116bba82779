namespace MathSymbols.Classification;

/// <summary>How an image of any size becomes the square that a classifier takes.</summary>
public enum Framing
{
    /// <summary>The whole image, resized without keeping its aspect: what the training images went through, and what the report does.</summary>
    Squash,

    /// <summary>The ink alone, on white, its aspect kept, with the margins of the training images; see <see cref="InkFraming"/>.</summary>
    Ink,
}
