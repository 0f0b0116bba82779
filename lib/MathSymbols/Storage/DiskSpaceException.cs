namespace MathSymbols.Storage;

/// <summary>A disk has too little room for what is about to be written.</summary>
/// <param name="message">One sentence: what, where, what to do.</param>
/// <param name="inner">What was thrown below, if anything.</param>
public sealed class DiskSpaceException(string message, Exception? inner = null) : IOException(message, inner);
