namespace MathSymbols.Training;

/// <summary>A stretch of a training run that one process did without a break.</summary>
/// <param name="Started">When it began.</param>
/// <param name="Ended">When its last epoch was on disk.</param>
/// <param name="FirstEpoch">Its first epoch, from 1.</param>
/// <param name="LastEpoch">Its last finished epoch.</param>
/// <param name="Machine">Device, threads and versions, in one line.</param>
public sealed record TrainingSegment(DateTimeOffset Started, DateTimeOffset Ended, int FirstEpoch, int LastEpoch, string Machine);
