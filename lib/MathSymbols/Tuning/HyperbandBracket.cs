namespace MathSymbols.Tuning;

/// <summary>One run of successive halving: many models for few epochs, then the best of them for more.</summary>
/// <param name="Number">How many times it halves; 0 is plain random search.</param>
/// <param name="Rounds">Its rounds, <paramref name="Number"/> + 1 of them; the last trains for all epochs.</param>
public sealed record HyperbandBracket(int Number, IReadOnlyList<HyperbandRound> Rounds);
