using MathSymbols.Data;
using MathSymbols.Runs;
using MathSymbols.Runtime;
using MathSymbols.Tests.Support;
using Xunit;

namespace MathSymbols.Tests.Runs;

public sealed class ModelChoiceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Settings _settings;
    private readonly Dataset _data;

    public ModelChoiceTests()
    {
        _settings = TinyDataset.Settings(_folder);
        _data = TinyDataset.Open(_settings);
    }

    public void Dispose()
    {
        _data.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void The_own_run_with_the_best_validation_accuracy_is_chosen_whatever_the_test_images_say()
    {
        var store = Store();
        store.Save(Run("alexnet-a", "alexnet", null, validation: 60, test: 99, day: 1));
        store.Save(Run("vgg19-a", "vgg19", "scaled", validation: 70, test: 50, day: 2));
        store.Save(Run("vgg19-b", "vgg19", "keras", validation: 65, test: 90, day: 3));
        var choice = Choose(store);
        Assert.Equal((true, "vgg19-a"), (choice.Own, choice.Chosen.Label));
        Assert.Equal(["vgg19-a", "vgg19-b", "alexnet-a"], choice.Candidates.Select(c => c.Label));
        Assert.Equal("Chosen from the latest own runs of each model on these images (quick profile), by validation accuracy: vgg19 (scaled) with 70.00 %; next is vgg19 (keras) with 65.00 %.", choice.Reason);
    }

    [Fact]
    public void Only_the_latest_of_each_kind_counts_and_only_on_these_images_with_this_split_and_profile()
    {
        var store = Store();
        store.Save(Run("old", "vgg19", "scaled", validation: 95, test: 50, day: 1));
        store.Save(Run("new", "vgg19", "scaled", validation: 40, test: 50, day: 2));
        store.Save(Run("other-images", "alexnet", null, validation: 99, test: 50, day: 3) with { Data = _data.Record() with { Fingerprint = "other" } });
        store.Save(Run("other-split", "alexnet", null, validation: 99, test: 50, day: 3) with { Data = _data.Record() with { Split = "other" } });
        store.Save(Run("other-profile", "alexnet", null, validation: 99, test: 50, day: 3) with { Profile = Profile.Full });
        var choice = Choose(store);
        Assert.Equal("new", Assert.Single(choice.Candidates).Label);
        Assert.EndsWith("vgg19 (scaled) with 40.00 %; there is no other.", choice.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_own_runs_the_committed_ones_stand_in_and_without_any_it_is_said()
    {
        var none = Assert.Throws<RunException>(() => Choose(Store()));
        Assert.Equal("There is no run to evaluate: run 03-alexnet or 04-vgg19 first.", none.Message);
        Assert.Null(ModelChoice.Committed(Store()));

        Commit("full-a", Run("a", "alexnet", null, validation: 80, test: 50, day: 1));
        Commit("full-b", Run("b", "vgg19", "scaled", validation: 90, test: 50, day: 1));
        var choice = Choose(Store());
        Assert.Equal((false, "full-b"), (choice.Own, choice.Chosen.Label));
        Assert.StartsWith("Chosen from the committed full runs, by", choice.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Runs_that_differ_in_their_seed_alone_are_a_group_with_a_median()
    {
        foreach (var (seed, test) in new[] { (3, 70), (1, 90), (2, 80), (5, 60), (4, 85) }) Commit($"full-{seed}", Run($"r{seed}", "vgg19", "scaled", 50, test, day: seed) with { Seed = seed });
        Commit("full-k", Run("k", "vgg19", "keras", 50, 10, day: 9));
        var groups = SeedGroup.Of(Store().Runs);
        Assert.Equal(2, groups.Count);
        Assert.Equal([1, 2, 3, 4, 5], groups[0].Runs.Select(r => r.Record.Seed));
        Assert.Equal("full-2", groups[0].Median.Label);
        Assert.Equal("full-k", groups[1].Median.Label);
        Assert.Equal("full-5", new SeedGroup([groups[0].Runs[4], groups[0].Runs[0]]).Median.Label);
    }

    private ModelChoice Choose(RunStore store) => ModelChoice.Of(store, _data, _settings);

    private RunStore Store() => RunStore.Open(_settings.WorkFolder, _folder["committed"]);

    private void Commit(string name, RunRecord record)
    {
        Directory.CreateDirectory(_folder["committed", name]);
        File.WriteAllText(_folder["committed", name, RunStore.RecordName], RunRecordFormat.ToText(record));
    }

    private RunRecord Run(string id, string model, string? preprocessing, int validation, int test, int day)
    {
        var record = RunSamples.Record(id, day: day);
        return record with
        {
            Model = model,
            Profile = Profile.Quick,
            Seed = 7,
            Data = _data.Record(),
            HyperParameters = preprocessing is null ? [] : new() { ["preprocessing"] = preprocessing },
            Results = [new(RunWeights.LastEpoch, RunSet.Validation, 1, validation, 100), new(RunWeights.LastEpoch, RunSet.Test, 1, test, 100)],
        };
    }
}

file static class DatasetRecord
{
    public static RunData Record(this Dataset data) => new("tiny", data.Pixels.Fingerprint, data.Images.Count, data.Split.Name, 41, 13, 6);
}
