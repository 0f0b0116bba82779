namespace MathSymbols.Tuning;

/// <summary>How a trial ended: with a score or with a failure.</summary>
public sealed record TrialOutcome
{
    private TrialOutcome(double? score, string? failure) => (Score, Failure) = (score, failure);

    /// <summary>What the trial reached, higher being better; null when it failed.</summary>
    public double? Score { get; }

    /// <summary>Why the trial failed; null when it has a score.</summary>
    public string? Failure { get; }

    /// <summary>A trial that ran to its end.</summary>
    /// <param name="score">What it reached, higher being better; a finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The score is not finite.</exception>
    public static TrialOutcome Completed(double score) => double.IsFinite(score)
        ? new(score, null)
        : throw new ArgumentOutOfRangeException(nameof(score), score, "A score is a finite number: report the trial as failed.");

    /// <summary>A trial that has no score, such as one whose loss became NaN. It is never promoted.</summary>
    /// <param name="reason">Why, in one sentence.</param>
    /// <exception cref="ArgumentException">The reason is empty.</exception>
    public static TrialOutcome Failed(string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return new(null, reason);
    }
}
