using System.Text.Json.Nodes;
using MathSymbols.Tuning;
using Xunit;

namespace MathSymbols.Tests.Tuning;

public sealed class TrialStoreTests : IDisposable
{
    private readonly SmallSearch _search = new();

    public void Dispose() => _search.Dispose();

    [Fact]
    public void Only_weights_that_may_still_be_needed_are_kept_and_none_at_the_end()
    {
        var seen = new List<int>();
        var result = _search.Run("search", 9, progress: p =>
        {
            if (p is { Running: null, Stopped: null } && Directory.Exists(_search["search", "weights"])) seen.Add(Directory.GetFiles(_search["search", "weights"]).Length);
        });
        var most = result.Schedule.Brackets.Where(b => b.Rounds.Count > 1).Max(b => b.Rounds[1].Models);
        Assert.Equal(most, seen.Max());
        Assert.Empty(Directory.GetFiles(_search["search", "weights"]));
        Assert.Empty(Directory.GetDirectories(_search["search"], "under-way-*"));
        Assert.Equal(result.Trials.Count, Directory.GetFiles(_search["search", "trials"]).Length);
    }

    [Fact]
    public void Another_search_is_refused_by_what_differs_and_left_untouched()
    {
        _search.Run("search", 3);
        var before = Files();
        Assert.Contains("seed was 5 and is 6", Refused(seed: 6), StringComparison.Ordinal);
        Assert.Contains("max_epochs was 3 and is 9", Refused(maxEpochs: 9), StringComparison.Ordinal);
        var space = new SearchSpace().Choice("activation", "tanh").Float("learning_rate", 1e-3, 1, log: true);
        Assert.Contains("space was activation: relu | tanh", Refused(space: space), StringComparison.Ordinal);
        Assert.Equal(before, Files());

        string Refused(int maxEpochs = 3, SearchSpace? space = null, int seed = 5)
        {
            var error = Assert.Throws<TuningException>(() => _search.Run("search", maxEpochs, space, seed: seed));
            Assert.Contains(_search["search"], error.Message, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', error.Message);
            return error.Message;
        }

        List<(string, string)> Files() => [.. Directory.GetFiles(_search["search"], "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(f => (f, Convert.ToHexString(File.ReadAllBytes(f))))];
    }

    [Theory]
    [InlineData("trials/0001.json", "{")]
    [InlineData("trials/0001.json", "null")]
    [InlineData("trials/0001.json", "[]")]
    [InlineData("trials/0001.json", "{\"hyper_parameters\":{\"activation\":\"relu\",\"learning_rate\":0.1}}")]
    [InlineData("trials/0001.json", "{\"hyper_parameters\":{\"activation\":\"gelu\",\"learning_rate\":0.1}}")]
    [InlineData("trials/0001.json", "{\"number\":1,\"number\":1,\"hyper_parameters\":{}}")]
    [InlineData("search.json", "")]
    [InlineData("search.json", "{}")]
    [InlineData("search.json", "{\"format\":\"mathsymbols-search\",\"version\":\"1\",\"identity\":{}}")]
    [InlineData("search.json", "{\"format\":\"mathsymbols-search\",\"version\":1,\"version\":1,\"identity\":{}}")]
    [InlineData("search.json", "{\"format\":\"mathsymbols-search\",\"version\":1,\"identity\":{\"seed\":5}}")]
    [InlineData("search.json", "{\"format\":\"mathsymbols-search\",\"version\":2,\"identity\":{}}")]
    public void A_damaged_file_is_one_sentence_with_its_path(string name, string text)
    {
        _search.Run("search", 3);
        File.WriteAllText(_search["search", name], text);
        var builds = _search.Builds;
        var error = Assert.Throws<TuningException>(() => _search.Run("search", 3));
        Assert.Contains(_search["search"], error.Message, StringComparison.Ordinal);
        if (name.StartsWith("trials", StringComparison.Ordinal)) Assert.Contains("0001.json", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
        Assert.Equal((builds, text), (_search.Builds, File.ReadAllText(_search["search", name])));
    }

    [Fact]
    public void A_trial_of_other_values_is_not_taken_for_one_of_this_search()
    {
        _search.Run("search", 3);
        var path = _search["search", "trials", "0000.json"];
        var trial = JsonNode.Parse(File.ReadAllText(path))!;
        trial["hyper_parameters"]!["learning_rate"] = 0.5;
        File.WriteAllText(path, trial.ToJsonString());
        Assert.Contains("learning_rate=0.5", Assert.Throws<TuningException>(() => _search.Run("search", 3)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Lost_weights_of_a_trial_to_go_on_with_are_one_sentence()
    {
        foreach (var damage in (Action<string>[])[File.Delete, f => File.WriteAllText(f, "no weights")])
        {
            new TrialStore(_search["search"]).Clear();
            using var stop = new CancellationTokenSource();
            Assert.ThrowsAny<OperationCanceledException>(() => _search.Run("search", 3, stop: stop.Token, progress: p =>
            {
                if (p.Finished.Count == 3) stop.Cancel(); // The whole first round; the next trial goes on with the best of it.
            }));
            damage(Assert.Single(Directory.GetFiles(_search["search", "weights"])));
            var error = Assert.Throws<TuningException>(() => _search.Run("search", 3));
            Assert.Contains(_search["search", "weights"], error.Message, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', error.Message);
        }
    }

    [Fact]
    public void Two_searches_do_not_share_a_folder()
    {
        string? message = null;
        _search.Run("search", 3, progress: p =>
        {
            if (p.Finished.Count != 1 || p.Running is not null) return;
            message = Assert.Throws<TuningException>(() => _search.Run("search", 3)).Message;
            Assert.Throws<TuningException>(() => new TrialStore(_search["search"]).Clear());
        });
        Assert.Contains(_search["search"], message, StringComparison.Ordinal);
    }

    [Fact]
    public void Clear_forgets_the_trials()
    {
        var store = new TrialStore(_search["search"]);
        Assert.False(store.Clear());
        var first = _search.Run("search", 3);
        Assert.True(store.Clear());
        Assert.False(store.Clear());
        Assert.Equal(SmallSearch.Facts(first), SmallSearch.Facts(_search.Run("search", 3)));
        Assert.Equal(2 * first.Trials.Count, _search.Builds);
    }

    [Fact]
    public void What_is_left_without_its_search_is_not_taken_over()
    {
        // As after a kill in the middle of Clear: the trials of a search on other data may still be there.
        _search.Run("search", 3);
        File.Delete(_search["search", "search.json"]);
        Directory.CreateDirectory(_search["search", "under-way-0000"]);
        using var stop = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() => _search.Run("search", 3, stop: stop.Token, progress: p =>
        {
            if (p.Finished.Count == 1) stop.Cancel();
        }));
        Assert.Single(Directory.GetFiles(_search["search", "trials"]));
    }

    [Fact]
    public void The_checkpoint_of_a_trial_that_has_ended_is_swept_away()
    {
        // As after a kill between keeping the trial and deleting its checkpoint.
        _search.Run("search", 3);
        Directory.CreateDirectory(_search["search", "under-way-0002"]);
        File.WriteAllText(_search["search", "under-way-0002", "checkpoint.safetensors"], "large");
        _search.Run("search", 3);
        Assert.Empty(Directory.GetDirectories(_search["search"], "under-way-*"));
    }
}
