using MathSymbols.Tests.Support;
using MathSymbols.Tuning;
using TorchSharp;
using Xunit;

namespace MathSymbols.Tests.Tuning;

public sealed class HyperbandTunerTests : IDisposable
{
    // A fifth of the draws have a learning rate that no training survives; a greater one would overflow in Adam itself.
    private static readonly SearchSpace Diverging = new SearchSpace().Choice("activation", "relu", "tanh").Choice("learning_rate", 0.2, 0.1, 0.05, 0.02, 1e37).Float("unused", 0, 1);

    private readonly SmallSearch _search = new();

    public void Dispose() => _search.Dispose();

    [Fact]
    public void Trials_are_the_oracles_and_the_best_of_a_round_go_on()
    {
        var result = _search.Run("search", 9);
        Assert.Equal(SearchStop.BracketsDone, result.Stopped);
        Oracle(result, SmallSearch.Space);

        // Said once more without the oracle: as many trials as planned, and each promoted one beats every trial of its round left behind.
        Assert.Equal(result.Schedule.Brackets.SelectMany(b => b.Rounds).Sum(r => r.Models), result.Trials.Count);
        var promoted = result.Trials.Where(t => t.Trial.WarmStartFrom is not null).ToList();
        Assert.Equal(result.Schedule.Brackets.SelectMany(b => b.Rounds.Skip(1)).Sum(r => r.Models), promoted.Count);
        var sources = promoted.Select(t => t.Trial.WarmStartFrom!.Value).ToHashSet();
        foreach (var source in sources.Select(n => result.Trials[n]))
        {
            var left = result.Trials.Where(t => (t.Trial.Bracket, t.Trial.Round) == (source.Trial.Bracket, source.Trial.Round) && !sources.Contains(t.Trial.Number));
            Assert.All(left, t => Assert.True(t.Outcome.Score <= source.Outcome.Score));
        }

        Assert.All(result.Trials, t => Assert.Equal(t.History.Epochs.Max(e => e.ValidationAccuracy), t.Outcome.Score));
        Assert.All(result.Trials, t => Assert.Equal(Enumerable.Range(t.Trial.InitialEpoch + 1, t.Trial.Epochs - t.Trial.InitialEpoch), t.History.Epochs.Select(e => e.Epoch)));
        Assert.Equal(result.Trials.Max(t => t.Outcome.Score), result.Best.Outcome.Score);
    }

    [Fact]
    public void A_promoted_trial_starts_from_the_weights_of_its_sources_best_epoch()
    {
        var starts = new Dictionary<int, byte[]>();
        var ends = new Dictionary<(int Trial, int Epoch), byte[]>();
        var result = _search.Run("search", 9, progress: p =>
        {
            if (p is not { Running: { } trial, Training: { Epoch: 0 } training }) return;
            if (training.History.Epochs.Count == 0) starts[trial.Number] = TinyModel.Bytes(_search.Model!);
            else ends[(trial.Number, training.History.Last.Epoch)] = TinyModel.Bytes(_search.Model!);
        });
        var promoted = result.Trials.Where(t => t.Trial.WarmStartFrom is not null).ToList();
        Assert.Contains(promoted, t => Source(t).Best != Source(t).History.Last);
        Assert.All(promoted, t => Assert.Equal(ends[(Source(t).Trial.Number, Source(t).Best!.Epoch)], starts[t.Trial.Number]));

        FinishedTrial Source(FinishedTrial trial) => result.Trials[trial.Trial.WarmStartFrom!.Value];
    }

    [Fact]
    public void The_same_seed_gives_the_same_trials_and_another_seed_others()
    {
        torch.manual_seed(1);
        var first = SmallSearch.Facts(_search.Run("first", 9));
        torch.manual_seed(2);
        Assert.Equal(first, SmallSearch.Facts(_search.Run("second", 9)));
        Assert.NotEqual(first, SmallSearch.Facts(_search.Run("third", 9, seed: 6)));
    }

    [Theory]
    [InlineData(7)]
    [InlineData(11)]
    [InlineData(26)]
    public void A_search_stopped_after_any_batch_ends_as_one_never_stopped(int batches)
    {
        var whole = _search.Run("whole", 3);
        var epochs = new HashSet<(int Trial, int Epoch, double Seconds)>();
        SearchResult? result = null;
        var stops = 0;
        for (; result is null; stops++)
        {
            // An epoch has 6 batches: each run gets a little further. Another process has drawn other numbers before.
            torch.manual_seed(stops);
            using var stop = new CancellationTokenSource();
            var left = batches;
            _search.BeforeForward = () =>
            {
                if (--left == 0) stop.Cancel();
            };
            try
            {
                result = _search.Run("stopped", 3, stop: stop.Token, progress: p =>
                {
                    foreach (var epoch in p.Training?.History.Epochs ?? []) epochs.Add((p.Running!.Number, epoch.Epoch, epoch.Seconds));
                });
            }
            catch (OperationCanceledException)
            {
                Assert.True(stops < 100, "The search does not get any further.");
            }
        }

        Assert.True(stops > 2);
        Assert.Equal(SmallSearch.Facts(whole), SmallSearch.Facts(result));

        // No epoch was trained twice: a second time would have taken other seconds.
        Assert.Equal(epochs.Count, epochs.Select(e => (e.Trial, e.Epoch)).Distinct().Count());
    }

    [Fact]
    public void A_finished_search_is_only_read()
    {
        var first = _search.Run("search", 3);
        var builds = _search.Builds;
        Assert.Equal(first.Trials.Count, builds);
        var again = _search.Run("search", 3);
        Assert.Equal(builds, _search.Builds);
        Assert.Equal(SmallSearch.Facts(first), SmallSearch.Facts(again));
        Assert.Equal(first.Elapsed, again.Elapsed);
        Assert.Equal(first.Stopped, again.Stopped);
    }

    [Fact]
    public void A_trial_that_diverges_fails_is_not_promoted_and_the_search_goes_on()
    {
        var result = _search.Run("search", 9, Diverging);
        var failed = result.Trials.Where(t => t.Outcome.Failure is not null).ToList();
        Assert.NotEmpty(failed);
        Assert.All(failed, t => Assert.Contains("1e+37", t.Outcome.Failure, StringComparison.Ordinal));
        Assert.All(failed, t => Assert.DoesNotContain(result.Trials, later => later.Trial.WarmStartFrom == t.Trial.Number));
        Assert.All(result.Completed, t => Assert.InRange(t.Trial.HyperParameters.Get<double>("learning_rate"), 0, 1));
        Assert.Contains(result.Trials, t => t.Trial.WarmStartFrom is not null);
        Assert.Equal(SearchStop.BracketsDone, result.Stopped);
        Oracle(result, Diverging);
        Assert.Equal(SmallSearch.Facts(result), SmallSearch.Facts(_search.Run("search", 9, Diverging)));
        Assert.Contains("failed: ", ResultsSummary.Text(result), StringComparison.Ordinal);
    }

    [Fact]
    public void When_every_trial_fails_there_is_no_best_and_one_sentence_says_why()
    {
        var space = new SearchSpace().Choice("activation", "relu").Choice("learning_rate", 1e37).Float("unused", 0, 1);
        var result = _search.Run("search", 3, space);
        Assert.Empty(result.Completed);
        var error = Assert.Throws<TuningException>(() => result.BestHyperParameters);
        Assert.Contains("1e+37", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
        Assert.DoesNotContain("val_accuracy", ResultsSummary.Text(result), StringComparison.Ordinal);
    }

    [Fact]
    public void A_search_leaves_no_tensor_behind()
    {
        var values = _search.Run("first", 9, Diverging).Best.Trial.HyperParameters;

        // TorchSharp goes on counting one tensor for each parameter that a layer was built with, although none is left.
        var counted = LiveTensors.Settled();
        _search.Build(values).Dispose();
        counted = torch.Tensor.TotalCount - counted;
        var (before, builds) = (torch.Tensor.TotalCount, _search.Builds);
        _search.Run("second", 9, Diverging);
        Assert.Equal(counted * (_search.Builds - builds), torch.Tensor.TotalCount - before);
    }

    // The trials are those of an oracle that is told the same outcomes, to the end.
    private static void Oracle(SearchResult result, SearchSpace space)
    {
        var oracle = new HyperbandOracle(space, result.Schedule, 5);
        foreach (var finished in result.Trials)
        {
            Assert.Equal(finished.Trial, oracle.Next());
            oracle.Report(finished.Trial, finished.Outcome);
        }

        Assert.Null(oracle.Next());
    }
}
