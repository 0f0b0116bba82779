using System.Diagnostics;

namespace MathSymbols.Evaluation;

/// <summary>How long something takes in a warm process.</summary>
public static class Latency
{
    // The first calls load and compile.
    private const int WarmUp = 3;

    /// <summary>The median time of some calls.</summary>
    /// <param name="use">What is timed.</param>
    /// <param name="calls">How many times, at least 1; three more come before.</param>
    /// <param name="cancellation">Ends it before the next call.</param>
    public static TimeSpan Median(Action use, int calls, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(use);
        ArgumentOutOfRangeException.ThrowIfLessThan(calls, 1);
        var times = new List<TimeSpan>();
        for (var call = 0; call < WarmUp + calls; call++)
        {
            cancellation.ThrowIfCancellationRequested();
            var start = Stopwatch.GetTimestamp();
            use();
            if (call >= WarmUp) times.Add(Stopwatch.GetElapsedTime(start));
        }

        return times.Order().ElementAt(calls / 2);
    }
}
