namespace MathSymbols.Ledger;

/// <summary>One point of a list.</summary>
/// <param name="Lead">What it is about.</param>
/// <param name="Text">What is said of it.</param>
public sealed record Point(string Lead, string Text);
