namespace MathSymbols.Classification;

/// <summary>A saved classifier is damaged, is none, is newer than this program, or lacks what it stands on.</summary>
/// <param name="message">One sentence: what, where, what to do.</param>
/// <param name="inner">What the reader of a part said, if it was the reader.</param>
public sealed class ClassifierException(string message, Exception? inner = null) : IOException(message, inner);
