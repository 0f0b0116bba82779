namespace MathSymbols.Storage;

/// <summary>A disk has too little room for what is about to be written.</summary>
/// <param name="message">One sentence: what, where, what to do.</param>
public sealed class DiskSpaceException(string message) : IOException(message);
