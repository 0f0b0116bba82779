using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using MathSymbols.Tuning;
using Xunit;

namespace MathSymbols.Tests.Tuning;

public class HyperbandOracleProperties
{
    private sealed record Search(bool Continuous, int MaxEpochs, int Factor, int Seed, int Iterations, int FailurePercent)
    {
        private static readonly SearchSpace Wide = new SearchSpace().Float("x", 0, 1).Choice("activation", "relu", "tanh");
        private static readonly SearchSpace Narrow = new SearchSpace().Int("n", 1, 30);

        public HyperbandOracle Oracle() => new(Continuous ? Wide : Narrow, new(MaxEpochs, Factor), Seed, Iterations);

        public TrialOutcome Outcome(Trial trial)
        {
            var random = new Random(HashCode(trial.Number));
            return random.Next(100) < FailurePercent ? TrialOutcome.Failed("The loss became NaN.") : TrialOutcome.Completed(random.Next(12));
        }

        public HyperbandOracle Run()
        {
            var oracle = Oracle();
            while (oracle.Next() is { } trial) oracle.Report(trial, Outcome(trial));
            return oracle;
        }

        private int HashCode(int number) => (Seed * 7919) + number;
    }

    private static Arbitrary<Search> Searches()
    {
        var searches =
            from continuous in Gen.Elements(true, true, false)
            from epochs in Gen.Choose(1, 60)
            from factor in Gen.Choose(2, 5)
            from seed in Gen.Choose(0, 100_000)
            from iterations in Gen.Choose(1, 2)
            from failures in Gen.Elements(0, 0, 5, 30, 80)
            select new Search(continuous, epochs, factor, seed, iterations, failures);
        return searches.ToArbitrary();
    }

    [Property(MaxTest = 60, Replay = "1001,1001")]
    public Property A_search_resumed_anywhere_goes_on_the_same() => Prop.ForAll(Searches(), search =>
    {
        var whole = search.Run();
        for (var prefix = 0; prefix <= whole.Finished.Count; prefix += 1 + (whole.Finished.Count / 12))
        {
            var resumed = search.Oracle();
            resumed.Replay(whole.Finished.Take(prefix));
            while (resumed.Next() is { } trial) resumed.Report(trial, search.Outcome(trial));
            Assert.Equal(whole.Finished, resumed.Finished);
            Assert.Equal(whole.Stopped, resumed.Stopped);
        }
    });

    [Property(MaxTest = 300, Replay = "1001,1001")]
    public Property Weights_that_are_not_candidates_are_never_needed() => Prop.ForAll(Searches(), search =>
    {
        var oracle = search.Oracle();
        HashSet<int> stored = [];
        while (oracle.Next() is { } trial)
        {
            if (trial.WarmStartFrom is { } source) Assert.Contains(source, stored);
            Assert.Subset(stored, oracle.PromotionCandidates.ToHashSet());
            stored.IntersectWith(oracle.PromotionCandidates); // Also while it runs.
            if (trial.WarmStartFrom is { } running) Assert.Contains(running, stored);
            oracle.Report(trial, search.Outcome(trial));
            stored.Add(trial.Number);
            stored.IntersectWith(oracle.PromotionCandidates);
        }

        Assert.Empty(oracle.PromotionCandidates);
    });

    [Property(MaxTest = 300, Replay = "1001,1001")]
    public Property Promotions_follow_the_schedule() => Prop.ForAll(Searches(), search =>
    {
        var oracle = search.Run();
        var schedule = new HyperbandSchedule(search.MaxEpochs, search.Factor);
        var finished = oracle.Finished;
        var sources = finished.Where(f => f.Trial.WarmStartFrom is not null).Select(f => f.Trial.WarmStartFrom!.Value).ToList();
        Assert.Equal(sources.Count, sources.Distinct().Count());
        foreach (var (trial, _) in finished)
        {
            var round = schedule.Brackets.Single(b => b.Number == trial.Bracket).Rounds[trial.Round];
            Assert.Equal((round.InitialEpoch, round.Epochs), (trial.InitialEpoch, trial.Epochs));
            if (trial.WarmStartFrom is not { } number) continue;
            var (source, outcome) = finished[number];
            Assert.NotNull(outcome.Score);
            Assert.Equal((trial.Bracket, trial.Round - 1, trial.HyperParameters), (source.Bracket, source.Round, source.HyperParameters));
        }

        var drawn = finished.Where(f => f.Trial.Round == 0).Select(f => f.Trial.HyperParameters).ToList();
        Assert.Equal(drawn.Count, drawn.Distinct().Count());
        if (!search.Continuous) Assert.True(drawn.Count <= 30);
        else Assert.Equal(SearchStop.BracketsDone, oracle.Stopped);
        Assert.All(
            finished.GroupBy(f => (f.Trial.Bracket, f.Trial.Round)),
            g => Assert.True(g.Count() <= search.Iterations * schedule.Brackets.Single(b => b.Number == g.Key.Bracket).Rounds[g.Key.Round].Models));
        if (search.Continuous && finished.All(f => f.Outcome.Failure is null)) Assert.Equal(search.Iterations * schedule.TotalEpochs, finished.Sum(f => (long)f.Trial.Epochs - f.Trial.InitialEpoch));
    });
}
