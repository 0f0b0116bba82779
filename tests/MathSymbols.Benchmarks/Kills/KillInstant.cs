namespace MathSymbols.Benchmarks.Kills;

/// <summary>When a training is killed.</summary>
/// <param name="Moment">What the instant is chosen by.</param>
/// <param name="Delay">With <see cref="KillMoment.Anywhere"/>: how long after it is ready.</param>
/// <param name="Occurrence">With the others: at which of its writes, from 1.</param>
internal sealed record KillInstant(KillMoment Moment, TimeSpan Delay, int Occurrence)
{
    /// <summary>Draws the instant of a kill: a third of them at a write's begin or a rename, in turn, the others anywhere.</summary>
    /// <param name="number">The kill's number, from 0.</param>
    /// <param name="random">Always asked for two numbers, whatever is made of them.</param>
    /// <param name="within">The longest delay.</param>
    /// <param name="writes">The last write that may be chosen.</param>
    public static KillInstant Draw(int number, Random random, TimeSpan within, int writes)
    {
        var delay = within * random.NextDouble();
        var occurrence = random.Next(1, writes + 1);
        var moment = (number % 6) switch
        {
            1 => KillMoment.WriteBegun,
            4 => KillMoment.Renamed,
            _ => KillMoment.Anywhere,
        };
        return new(moment, delay, occurrence);
    }
}
