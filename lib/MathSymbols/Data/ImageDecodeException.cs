namespace MathSymbols.Data;

/// <summary>An image file cannot be decoded.</summary>
/// <param name="message">Why, in a few words.</param>
/// <param name="inner">What was thrown below, if anything.</param>
public sealed class ImageDecodeException(string message, Exception? inner = null) : Exception(message, inner);
