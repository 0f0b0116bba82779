using MathSymbols.Runs;
using MathSymbols.Storage;
using MathSymbols.Tests.Support;
using Xunit;

namespace MathSymbols.Tests.Runs;

public sealed class UnfinishedRunTests : IDisposable
{
    private static readonly Dictionary<string, string> Identity = new() { ["model"] = "tiny", ["seed"] = "3" };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_run_that_has_begun_is_unfinished_until_it_is_saved()
    {
        var store = Open();
        Assert.Empty(store.Unfinished);
        var run = store.Begin("tiny", Identity);
        var found = Assert.Single(Open().Unfinished);
        Assert.Equal((run.Id, run.Folder, run.Started, run.Commit), (found.Id, found.Folder, found.Started, found.Commit));
        Assert.Empty(Open().Runs);
        Assert.Empty(Open().Damaged);

        AtomicFile.Write(Path.Combine(run.CheckpointFolder, "checkpoint.safetensors"), "large");
        store.Save(RunSamples.Record(run.Id));
        Assert.Empty(Open().Unfinished);
        Assert.False(Directory.Exists(run.CheckpointFolder));
        Assert.Equal(["history.csv", "run.json"], Directory.GetFiles(run.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void It_is_the_run_of_its_own_identity_alone()
    {
        Open().Begin("tiny", Identity);
        var run = Assert.Single(Open().Unfinished);
        Assert.True(run.Is(new Dictionary<string, string> { ["seed"] = "3", ["model"] = "tiny" }));
        Assert.False(run.Is(new Dictionary<string, string>(Identity) { ["seed"] = "4" }));
        Assert.False(run.Is(new Dictionary<string, string>(Identity) { ["more"] = "" }));
        Assert.False(run.Is(new Dictionary<string, string> { ["model"] = "tiny", ["other"] = "3" }));
        Assert.False(run.Is(new Dictionary<string, string> { ["model"] = "tiny" }));
    }

    [Fact]
    public void The_latest_comes_first()
    {
        var ids = Enumerable.Range(0, 3).Select(_ => Open().Begin("tiny", Identity).Id).ToList();
        Assert.Equal(Enumerable.Reverse(ids), Open().Unfinished.Select(r => r.Id));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[1]")]
    [InlineData("{\"started\":\"yesterday\",\"commit\":null,\"identity\":{}}")]
    [InlineData("{\"started\":\"2026-11-24T10:22:33.0000000+01:00\",\"commit\":null}")]
    [InlineData("{\"started\":\"2026-11-24T10:22:33.0000000+01:00\",\"commit\":null,\"identity\":{\"seed\":3}}")]
    [InlineData("{\"started\":\"2026-11-24T10:22:33.0000000+01:00\",\"started\":\"\",\"commit\":null,\"identity\":{}}")]
    [InlineData("{\"started\":\"2026-11-24T10:22:33.0000000+01:00\",\"commit\":\"\\ud800\",\"identity\":{}}")]
    public void A_damaged_mark_is_passed_over(string text)
    {
        var kept = Open().Begin("tiny", Identity);
        AtomicFile.Write(_folder["work", "runs", "bad", UnfinishedRun.MarkName], text);
        Directory.CreateDirectory(_folder["work", "runs", "empty"]);
        Assert.Equal(kept.Id, Assert.Single(Open().Unfinished).Id);
    }

    private RunStore Open() => RunStore.Open(new WorkFolder(_folder["work"]), committed: null);
}
