using MathSymbols.Runs;
using MathSymbols.Storage;
using MathSymbols.Tests.Support;
using Xunit;

namespace MathSymbols.Tests.Runs;

public sealed class RunStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Committed_and_own_runs_are_read_the_earliest_finished_first()
    {
        Commit("full-alexnet", RunSamples.Record("alexnet-c", day: 25));
        Commit("other", RunSamples.Record("not-full"));
        Open().Save(RunSamples.Record("alexnet-b", day: 26));
        Open().Save(RunSamples.Record("alexnet-a", day: 24));
        Directory.CreateDirectory(_folder["work", "runs", "under-way"]);
        var store = Open();
        Assert.Equal([("alexnet-a", false), ("full-alexnet", true), ("alexnet-b", false)], store.Runs.Select(r => (r.Label, r.Committed)));
        Assert.Empty(store.Damaged);
    }

    [Fact]
    public void No_folder_means_no_run() => Assert.Empty(Open().Runs);

    [Fact]
    public void A_saved_run_has_its_files_whole_and_nothing_else()
    {
        var store = Open();
        var predictions = new PredictionsFile(["a", "b"], [new("a/1.png", RunSet.Test, 0, [0.75f, 0.25f])]);
        var saved = store.Save(RunSamples.Record(), [(PredictionsFile.BestName, predictions.ToText())]);
        store.Save(RunSamples.Record() with { StopReason = "finished" });
        Assert.Equal("finished", Assert.Single(store.Runs).Record.StopReason);
        Assert.Equal(["history.csv", "predictions-best.tsv", "run.json"], Directory.GetFiles(saved.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(4, File.ReadAllLines(Path.Combine(saved.Folder, "history.csv")).Length);
        Assert.Equal([0.75f, 0.25f], Open().Runs.Single().ReadPredictions(RunWeights.BestEpoch)!.Rows.Single().Probabilities);
        Assert.Null(saved.ReadPredictions());
    }

    [Theory]
    [InlineData("{", "is passed over: it is not JSON (line 1).")]
    [InlineData("[]", "it is not a run record")]
    [InlineData("{\"format\":\"mathsymbols-run\",\"format\":1}", "it is not JSON")]
    [InlineData("{\"format\":\"mathsymbols-run\",\"version\":9}", "it has version 9 of the format, and this program knows version 1: use a newer program.")]
    [InlineData("{\"format\":\"mathsymbols-run\",\"version\":1}", "the member 'history' is missing.")]
    [InlineData("{\"format\":\"mathsymbols-run\",\"version\":1,\"history\":[],\"id\":\"\\ud800\"}", "it has a text that is not Unicode.")]
    public void A_damaged_run_is_named_and_the_others_are_listed(string text, string reason)
    {
        Open().Save(RunSamples.Record());
        var path = _folder["work", "runs", "bad", "run.json"];
        AtomicFile.Write(path, text);
        var store = Open();
        Assert.Single(store.Runs);
        var damaged = Assert.Single(store.Damaged);
        Assert.Equal(path, damaged.Path);
        Assert.Contains(path, damaged.Reason, StringComparison.Ordinal);
        Assert.Contains(reason, damaged.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_is_found_by_id_label_or_a_start_no_other_shares()
    {
        Commit("full-alexnet", RunSamples.Record("alexnet-1"));
        var store = Open();
        store.Save(RunSamples.Record("alexnet-1-b"));
        Assert.True(store.Find("alexnet-1").Committed);
        Assert.True(store.Find("full").Committed);
        Assert.Equal("alexnet-1-b", store.Find("alexnet-1-").Record.Id);
        Assert.Contains("alexnet-1-b, full-alexnet", Assert.Throws<RunException>(() => store.Find("alexnet")).Message, StringComparison.Ordinal);
        Assert.Equal("There is no run 'vgg'; there are alexnet-1-b, full-alexnet.", Assert.Throws<RunException>(() => store.Find("vgg")).Message);
    }

    [Fact]
    public void Ids_are_new_and_can_name_a_folder()
    {
        var id = Open().NewId("alexnet", new(2026, 11, 24, 11, 22, 33, TimeSpan.FromHours(1)));
        Assert.Matches("^alexnet-20261124T102233Z-[0-9a-f]{4}$", id);
        Assert.Throws<ArgumentException>(() => Open().Save(RunSamples.Record("../out")));
        Assert.Throws<ArgumentException>(() => Open().NewId("a/b", DateTimeOffset.UnixEpoch));
    }

    private RunStore Open() => RunStore.Open(new WorkFolder(_folder["work"]), _folder["committed"]);

    private void Commit(string name, RunRecord record) => AtomicFile.Write(_folder["committed", name, "run.json"], RunRecordFormat.ToText(record));
}
