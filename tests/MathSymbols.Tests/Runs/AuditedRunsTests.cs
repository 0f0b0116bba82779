using MathSymbols.Data.Audit;
using MathSymbols.Runs;
using MathSymbols.Storage;
using MathSymbols.Tests.Figures.Audit;
using MathSymbols.Tests.Support;
using Xunit;

namespace MathSymbols.Tests.Runs;

public sealed class AuditedRunsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly WorkFolder _work;
    private readonly DatasetAudit _audit;
    private readonly RunData _here;

    public AuditedRunsTests()
    {
        _work = WorkFolder.Locate(_folder["work"]);
        _audit = SampleAudit.Of(_folder);
        _here = new("here", _audit.Images.Fingerprint(_work, TestContext.Current.CancellationToken), _audit.Images.Count, _audit.Split.Name, 6, 2, 2);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_accuracy_is_told_with_and_without_copies_and_by_kind_of_file()
    {
        Commit("full-one", _here, test: [4, 9], wrong: 4);
        Commit("full-elsewhere", _here with { Fingerprint = "other" }, test: [4, 9]);
        Commit("full-other-split", _here with { Split = "other" }, test: [4, 9]);
        var runs = Open();
        Assert.Equal([("full-one, all", 1L, 2L), ("full-one, without a copy in training or validation", 1, 1), ("full-one, with a copy in training or validation", 0, 1)], runs.ByCopies.Select(p => (p.Name, p.Correct, p.Count)));
        Assert.Equal([("PNG 12 × 9", 1L, 2L)], runs.BySource.Select(p => (p.Name, p.Correct, p.Count)));
        Assert.Equal("full-one", runs.Best?.Label);
        Assert.StartsWith("Committed runs of these images: full-one (full profile).", runs.Sentence, StringComparison.Ordinal);
        Assert.Equal("Without the one image that has a copy in training or validation, the accuracy moves most for full-one: from 50.00 % to 100.00 %, beyond the interval of the first.", runs.Difference);
        Assert.Null(runs.LabelErrors());
    }

    [Fact]
    public void Own_runs_stand_in_for_committed_ones_and_without_any_it_is_said()
    {
        var none = Open();
        Assert.Null(none.Best);
        Assert.Empty(none.BySource);
        Assert.StartsWith("No run was made of these images and this split:", none.Sentence, StringComparison.Ordinal);
        Assert.Equal("There is no run to measure.", none.Difference);

        RunStore.Open(_work, null).Save(RunSamples.Record("mine") with { Data = _here }, [(PredictionsFile.Name, Predictions([4, 9], wrong: 4).ToText())]);
        RunStore.Open(_work, null).Save(RunSamples.Record("unpredicted") with { Data = _here });
        Assert.StartsWith("Own runs of these images: mine (full profile).", Open().Sentence, StringComparison.Ordinal);
        Commit("full-one", _here, test: [9]);
        Assert.Equal("full-one", Open().Best?.Label);
        Assert.Equal("No test image has a copy in training or validation, so there is nothing to leave out.", Open().Difference);
    }

    [Fact]
    public void Folds_of_a_committed_cross_validation_stand_apart_and_find_wrong_labels()
    {
        Commit("symbolnet-fold-1", _here with { Split = "fold 1" }, test: [0, 1, 2, 3, 4], wrong: 1);
        Commit("symbolnet-fold-2", _here with { Split = "fold 2" }, test: [5, 6, 7, 8, 9]);
        Commit("symbolnet-fold-3", _here with { Fingerprint = "other" }, test: [5]);
        var store = RunStore.Open(_work, _folder["committed"]);
        Assert.Empty(store.Runs);
        Assert.Equal(["symbolnet-fold-1", "symbolnet-fold-2", "symbolnet-fold-3"], store.Folds.Select(f => f.Label));
        var errors = Open().LabelErrors()!;
        Assert.Equal((10, 0), (errors.Predicted, errors.Unpredicted));
        Assert.Equal((1, 1), (Assert.Single(errors.Candidates).Image, errors.Candidates[0].Suggested));
    }

    private AuditedRuns Open() => AuditedRuns.Of(_audit, RunStore.Open(_work, _folder["committed"]), _work, TestContext.Current.CancellationToken);

    private void Commit(string name, RunData data, int[] test, int? wrong = null)
    {
        Directory.CreateDirectory(_folder["committed", name]);
        File.WriteAllText(_folder["committed", name, RunStore.RecordName], RunRecordFormat.ToText(RunSamples.Record(name) with { Data = data }));
        Predictions(test, wrong).Write(_folder["committed", name, PredictionsFile.Name]);
    }

    private PredictionsFile Predictions(int[] test, int? wrong) => new(_audit.Images.ClassNames, [.. test.Select(i => _audit.Images.Files[i]).Zip(test, (file, i) =>
        new Prediction(file.Path, RunSet.Test, file.Label, (file.Label == 0) != (i == wrong) ? [0.95f, 0.05f] : [0.05f, 0.95f]))]);
}
