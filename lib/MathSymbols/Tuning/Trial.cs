namespace MathSymbols.Tuning;

/// <summary>One piece of work of a search: a configuration to train, anew or from the weights of an earlier trial.</summary>
/// <param name="Number">From 0, in the order of the search.</param>
/// <param name="HyperParameters">The configuration.</param>
/// <param name="Bracket">The bracket's number; the last is 0.</param>
/// <param name="Round">The round of the bracket, from 0.</param>
/// <param name="InitialEpoch">How many epochs the configuration has behind it; 0 when it is new.</param>
/// <param name="Epochs">How many epochs it has at the end of the trial, those behind it included.</param>
/// <param name="WarmStartFrom">The trial whose best weights it starts from; null when it is new.</param>
public sealed record Trial(int Number, HyperParameters HyperParameters, int Bracket, int Round, int InitialEpoch, int Epochs, int? WarmStartFrom);
