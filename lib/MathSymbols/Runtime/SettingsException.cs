namespace MathSymbols.Runtime;

/// <summary>A setting has an unknown name or a value that does not fit.</summary>
/// <param name="message">One sentence: which, what was given, what is possible.</param>
public sealed class SettingsException(string message) : ArgumentException(message);
