using System.Diagnostics;

namespace MathSymbols.Training;

/// <summary>Measures a run's pace and estimates what is left of it.</summary>
internal sealed class EpochClock(int lastEpoch, double validationShare)
{
    // A pass forward alone takes about a third of a training step.
    private const double ForwardShare = 1.0 / 3;

    private readonly Stopwatch _watch = new();
    private readonly List<double> _epochs = [];

    /// <summary>Seconds since the epoch began.</summary>
    public double Seconds => _watch.Elapsed.TotalSeconds;

    /// <summary>Begins an epoch.</summary>
    public void Start() => _watch.Restart();

    /// <summary>Ends an epoch.</summary>
    public void Stop() => _epochs.Add(Seconds);

    /// <summary>Estimated time from now to the end of the last epoch, while one is under way; null before anything is known.</summary>
    /// <param name="epoch">The epoch under way.</param>
    /// <param name="share">How much of its training is done, 0 to 1.</param>
    public TimeSpan? Within(int epoch, double share)
    {
        if (_epochs.Count == 0 && share <= 0) return null;
        var whole = _epochs.Count > 0 ? _epochs.Average() : Seconds / share * (1 + validationShare * ForwardShare);
        return TimeSpan.FromSeconds(whole * (lastEpoch - epoch) + Math.Max(0, whole - Seconds));
    }

    /// <summary>Estimated time from the end of an epoch to the end of the last one.</summary>
    /// <param name="epoch">The epoch that has just ended.</param>
    public TimeSpan After(int epoch) => TimeSpan.FromSeconds(_epochs.Average() * (lastEpoch - epoch));
}
