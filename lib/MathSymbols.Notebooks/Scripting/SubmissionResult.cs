namespace MathSymbols.Notebooks.Scripting;

/// <summary>How a submission ended.</summary>
/// <param name="Exception">What it threw, if it did.</param>
/// <param name="HasValue">Whether it ended with an expression that is to be shown.</param>
/// <param name="Value">That expression's value.</param>
internal sealed record SubmissionResult(Exception? Exception, bool HasValue, object? Value);
