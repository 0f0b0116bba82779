using MathSymbols.Tuning;
using Xunit;

namespace MathSymbols.Tests.Tuning;

public sealed class HyperbandOracleTests
{
    private static readonly SearchSpace Report = new SearchSpace().Choice("activation", "relu", "tanh").Choice("learning_rate", 1e-2, 1e-3, 1e-4, 1e-5);
    private static readonly SearchSpace Continuous = new SearchSpace().Float("x", 0, 1).Float("y", 1e-5, 1, log: true);
    private static readonly HyperbandSchedule Full = new(100, 3);

    [Fact]
    public void The_reports_search_is_Keras_Tuners()
    {
        // CPython 3.11 with Keras Tuner's way of drawing, seed 1001.
        var oracle = new HyperbandOracle(Report, Full, 1001);
        var trials = Run(oracle, _ => TrialOutcome.Completed(0.5));
        string[] expected = ["tanh 0.0001", "relu 0.001", "relu 0.0001", "relu 0.01", "tanh 0.01", "relu 1E-05", "tanh 1E-05", "tanh 0.001"];
        Assert.Equal(expected.Select(e => $"activation={e.Split()[0]}, learning_rate={e.Split()[1]}"), trials.Select(t => t.HyperParameters.ToString()));
        Assert.Equal(SearchStop.Collisions, oracle.Stopped);
        Assert.Equal(16, trials.Sum(t => t.Epochs - t.InitialEpoch));
    }

    [Fact]
    public void Eight_configurations_end_by_collision_and_seldom_before_the_eighth()
    {
        var counts = new Dictionary<int, int>();
        for (var seed = 1; seed <= 1000; seed++)
        {
            var oracle = new HyperbandOracle(Report, Full, seed);
            var trials = Run(oracle, t => TrialOutcome.Completed(t.Number));
            Assert.Equal(SearchStop.Collisions, oracle.Stopped);
            Assert.Equal(trials.Count, trials.Select(t => t.HyperParameters).Distinct().Count());
            Assert.All(trials, t => Assert.Equal((4, 0, 0, 2, null), (t.Bracket, t.Round, t.InitialEpoch, t.Epochs, t.WarmStartFrom)));
            counts[trials.Count] = counts.GetValueOrDefault(trials.Count) + 1;
        }

        Assert.Equal(2, counts.Count);
        Assert.Equal(936, counts[8]); // As in CPython 3.11.
        Assert.Equal(64, counts[7]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_continuous_space_runs_the_whole_schedule(int iterations)
    {
        var random = new Random(7);
        var oracle = new HyperbandOracle(Continuous, Full, 3, iterations);
        Run(oracle, _ => TrialOutcome.Completed(random.Next(40))); // Few scores, so that there are equals.

        Assert.Equal(SearchStop.BracketsDone, oracle.Stopped);
        Assert.Null(oracle.Next());
        Assert.Equal(iterations * 2_672, oracle.Finished.Sum(f => f.Trial.Epochs - f.Trial.InitialEpoch));
        Assert.Equal(Enumerable.Range(0, oracle.Finished.Count), oracle.Finished.Select(f => f.Trial.Number));

        var rest = oracle.Finished.AsEnumerable();
        foreach (var bracket in Enumerable.Repeat(Full.Brackets, iterations).SelectMany(b => b))
        {
            List<(Trial Trial, TrialOutcome Outcome)> before = [];
            foreach (var (index, round) in bracket.Rounds.Index())
            {
                var now = rest.Take(round.Models).ToList();
                rest = rest.Skip(round.Models);
                Assert.Equal(round.Models, now.Count);
                Assert.All(now, f => Assert.Equal((bracket.Number, index, round.InitialEpoch, round.Epochs), (f.Trial.Bracket, f.Trial.Round, f.Trial.InitialEpoch, f.Trial.Epochs)));
                if (index == 0)
                {
                    Assert.All(now, f => Assert.Null(f.Trial.WarmStartFrom));
                }
                else
                {
                    var best = before.OrderByDescending(f => f.Outcome.Score).Take(round.Models).ToList(); // A stable sort.
                    Assert.Equal(best.Select(f => (int?)f.Trial.Number), now.Select(f => f.Trial.WarmStartFrom));
                    Assert.Equal(best.Select(f => f.Trial.HyperParameters), now.Select(f => f.Trial.HyperParameters));
                }

                before = now;
            }
        }

        Assert.Empty(rest);
    }

    [Fact]
    public void A_search_in_which_all_fails_ends()
    {
        var oracle = new HyperbandOracle(Continuous, Full, 1);
        var trials = Run(oracle, _ => TrialOutcome.Failed("The loss became NaN."));
        Assert.Equal(98 + 41 + 18 + 9 + 6, trials.Count);
        Assert.All(trials, t => Assert.Equal(0, t.Round));
        Assert.Equal(SearchStop.BracketsDone, oracle.Stopped);
    }

    [Fact]
    public void Every_failure_is_one_promotion_less()
    {
        var oracle = new HyperbandOracle(Continuous, Full, 1);
        var trials = Run(oracle, t => t.Number is 3 or 50 ? TrialOutcome.Failed("The loss became NaN.") : TrialOutcome.Completed(t.Number));
        Assert.Equal([98, 31, 9, 2], trials.Where(t => t.Bracket == 4).GroupBy(t => t.Round).Select(g => g.Count()));
        Assert.Equal([41, 14, 5, 2], trials.Where(t => t.Bracket == 3).GroupBy(t => t.Round).Select(g => g.Count()));
    }

    [Fact]
    public void One_trial_runs_at_a_time()
    {
        var oracle = new HyperbandOracle(Report, Full, 1);
        var first = oracle.Next()!;
        Assert.Equal(first, oracle.Running);
        Assert.Throws<InvalidOperationException>(oracle.Next);
        Assert.Throws<InvalidOperationException>(() => oracle.Report(first with { Number = 1 }, TrialOutcome.Completed(1)));
        oracle.Report(first, TrialOutcome.Completed(1));
        Assert.Null(oracle.Running);
        Assert.Throws<InvalidOperationException>(() => oracle.Report(first, TrialOutcome.Completed(1)));
        Assert.Null(oracle.Stopped);
    }

    [Fact]
    public void Trials_of_another_search_are_not_resumed()
    {
        var oracle = new HyperbandOracle(Report, Full, 1001);
        Run(oracle, t => TrialOutcome.Completed(t.Number));

        Assert.Equal(
            "The stored search is another one: it has trial 0 (activation=tanh, learning_rate=0.0001; bracket 4, round 0, epochs 0 to 2) where this one has "
            + "trial 0 (activation=relu, learning_rate=1E-05; bracket 4, round 0, epochs 0 to 2); start a new search, or restore the settings it was made with.",
            Assert.Throws<TuningException>(() => new HyperbandOracle(Report, Full, 1).Replay(oracle.Finished)).Message);
        Assert.Throws<TuningException>(() => new HyperbandOracle(Report, new(50, 3), 1001).Replay(oracle.Finished));
        Assert.Throws<TuningException>(() => new HyperbandOracle(Report, Full, 1001).Replay(oracle.Finished.Skip(1)));
        var beyond = oracle.Finished[^1] with { Trial = oracle.Finished[^1].Trial with { Number = 8 } };
        Assert.Contains("is over before it", Assert.Throws<TuningException>(() => new HyperbandOracle(Report, Full, 1001).Replay([.. oracle.Finished, beyond])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Candidates_are_the_best_so_far()
    {
        var oracle = new HyperbandOracle(Continuous, new(9, 3), 1); // 9x1, 3x3, 1x9, then 5x3, 2x9, then 3x9.
        double[] scores = [0.1, 0.5, 0.3, 0.2, 0.9, 0.4, 0.5, 0.6, 0.0];
        int[][] expected = [[0], [0, 1], [0, 1, 2], [1, 2, 3], [1, 2, 4], [1, 4, 5], [1, 4, 6], [1, 4, 7], [1, 4, 7]];
        foreach (var (score, candidates) in scores.Zip(expected))
        {
            oracle.Report(oracle.Next()!, TrialOutcome.Completed(score));
            Assert.Equal(candidates, oracle.PromotionCandidates.Order());
        }

        var promoted = oracle.Next()!;
        Assert.Equal(4, promoted.WarmStartFrom);
        Assert.Equal([1, 4, 7], oracle.PromotionCandidates.Order()); // The running trial may have to be started again.
        oracle.Report(promoted, TrialOutcome.Completed(0.9));
        Assert.Equal([1, 7, 9], oracle.PromotionCandidates.Order());
        oracle.Report(oracle.Next()!, TrialOutcome.Failed("The loss became NaN."));
        Assert.Equal([1], oracle.PromotionCandidates.Order()); // With one of three failed, the last round stays empty.
        oracle.Report(oracle.Next()!, TrialOutcome.Completed(0.8));
        Assert.Empty(oracle.PromotionCandidates);
        Assert.Equal((1, 0), (oracle.Next()!.Bracket, oracle.Running!.Round));
    }

    [Fact]
    public void Impossible_settings_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new HyperbandOracle(new(), Full, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new HyperbandOracle(Report, Full, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new HyperbandOracle(Report, Full, 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => TrialOutcome.Completed(double.NaN));
        Assert.Throws<ArgumentException>(() => TrialOutcome.Failed(" "));
    }

    private static List<Trial> Run(HyperbandOracle oracle, Func<Trial, TrialOutcome> outcome)
    {
        while (oracle.Next() is { } trial) oracle.Report(trial, outcome(trial));
        return [.. oracle.Finished.Select(f => f.Trial)];
    }
}
