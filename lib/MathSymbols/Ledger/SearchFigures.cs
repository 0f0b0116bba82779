using System.Globalization;
using MathSymbols.Evaluation;
using MathSymbols.Runtime;
using MathSymbols.Training;
using MathSymbols.Tuning;

namespace MathSymbols.Ledger;

/// <summary>Section III's search, by the trials in the record of the run that was trained with what it found.</summary>
internal static class SearchFigures
{
    /// <summary>The figures of a search.</summary>
    /// <param name="trials">Its trials, at least one.</param>
    /// <param name="batchSize">Images a batch of the run.</param>
    /// <param name="profile">The run's profile, whose search it was.</param>
    /// <param name="validation">How many images the trials were validated on; null when that is not known.</param>
    public static IEnumerable<(string Id, Measured Value)> Of(IReadOnlyList<TrialRecord> trials, int batchSize, Profile profile, long? validation)
    {
        var plan = AlexNetSearch.For(new Settings { Profile = profile });
        var rates = trials.Select(t => t.LearningRate).Distinct().OrderDescending().Select(r => r.ToString("0e-0", CultureInfo.InvariantCulture));
        yield return ("search/activations", Measured.Word(string.Join(", ", trials.Select(t => t.Activation).Distinct().Order(StringComparer.Ordinal))));
        yield return ("search/learning-rates", Measured.Word(string.Join(", ", rates)));
        yield return ("search/max-epochs", Measured.Count(plan.MaxEpochs));
        yield return ("search/factor", Measured.Count(plan.Factor));
        yield return ("search/patience", Measured.Count(AlexNetPlan.EarlyStopping.Patience));
        yield return ("search/batch-size", Measured.Count(batchSize));
        yield return ("search/trials", Measured.Count(trials.Count));
        yield return ("search/last-trial-time", Measured.Apart(Time(trials[^1].Seconds)));
        yield return ("search/time", Measured.Apart(Time(trials.Sum(t => t.Seconds))));
        if (trials[^1].Score is { } last) yield return ("search/last-trial", Measured.Within(last, null));
        if (trials.Where(t => t.Score is not null).MaxBy(t => t.Score) is not { Score: { } score } best) yield break;
        yield return ("search/best", Measured.Within(score, validation is { } n ? WilsonInterval.Of((long)Math.Round(score * n), n) : null, validation is null ? $"The {profile.Word()} run's record does not say on how many images its search was validated." : null));
        yield return ("search/activation", Measured.Word(best.Activation));
        yield return ("search/learning-rate", Measured.Word(best.LearningRate.ToString("R", CultureInfo.InvariantCulture)));
    }

    private static string Time(double seconds)
    {
        var time = TimeSpan.FromSeconds(Math.Round(seconds));
        return string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours:00}h {time.Minutes:00}m {time.Seconds:00}s");
    }
}
