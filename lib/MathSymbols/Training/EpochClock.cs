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

    /// <summary>Estimated time from now to the end of the last epoch.</summary>
    /// <param name="epoch">The epoch under way, or the one just ended.</param>
    /// <param name="share">How much of its training is done, 0 to 1; above 1 when the epoch has ended.</param>
    public TimeSpan? Remaining(int epoch, double share)
    {
        var ended = share > 1;
        double whole;
        if (_epochs.Count > 0) whole = _epochs.Average();
        else if (share > 0) whole = Seconds / share * (1 + validationShare * ForwardShare);
        else return null;
        var left = whole * (lastEpoch - epoch) + (ended ? 0 : Math.Max(0, whole - Seconds));
        return TimeSpan.FromSeconds(Math.Max(0, left));
    }
}
