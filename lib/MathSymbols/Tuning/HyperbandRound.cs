namespace MathSymbols.Tuning;

/// <summary>One rung of a bracket: so many models, each trained until it has so many epochs.</summary>
/// <param name="Models">How many models.</param>
/// <param name="Epochs">How many epochs each has when the round is over, those of earlier rounds included.</param>
/// <param name="InitialEpoch">How many epochs each has when the round begins; 0 in the first round.</param>
public sealed record HyperbandRound(int Models, int Epochs, int InitialEpoch);
