namespace MathSymbols.Evaluation;

/// <summary>A confidence interval of a share.</summary>
/// <param name="Low">Its lower end, 0 to 1.</param>
/// <param name="High">Its upper end, 0 to 1, not below <paramref name="Low"/>.</param>
public sealed record Interval(double Low, double High);
