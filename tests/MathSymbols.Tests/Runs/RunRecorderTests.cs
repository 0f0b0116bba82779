using MathSymbols.Data;
using MathSymbols.Evaluation;
using MathSymbols.Models;
using MathSymbols.Runs;
using MathSymbols.Runtime;
using MathSymbols.Tests.Support;
using MathSymbols.Training;
using MathSymbols.Tuning;
using TorchSharp;
using Xunit;

namespace MathSymbols.Tests.Runs;

public sealed class RunRecorderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Settings _settings;
    private readonly Dataset _data;
    private readonly TinyModel _model;
    private readonly torch.optim.Optimizer _optimizer;
    private readonly Trainer _trainer;
    private readonly FitOptions _options = new(6) { Seed = 3, KeepBest = EpochMetric.ValidationAccuracy };

    public RunRecorderTests()
    {
        _settings = TinyDataset.Settings(_folder);
        File.WriteAllText(_folder["images", "b", "broken.png"], "no image");
        _data = TinyDataset.Open(_settings);
        torch.manual_seed(3);
        _model = new TinyModel(3);
        _optimizer = KerasDefaults.Adam(_model, 0.3);
        _trainer = new Trainer(_model, _optimizer);
        _trainer.Fit(_data.Train(), _data.Validation(), _options, Stop);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _trainer.Dispose();
        _optimizer.Dispose();
        _model.Dispose();
        _data.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void The_record_says_what_the_evaluator_says_of_last_and_best_weights()
    {
        var best = EpochMetric.ValidationAccuracy.Best(_trainer.History)!;
        Assert.NotEqual(_trainer.History.Last, best); // Else the two could not be told apart.
        var run = Save();
        var record = Open().Find(run.Record.Id).Record;
        Check(RunWeights.LastEpoch);
        _trainer.RestoreBest();
        Check(RunWeights.BestEpoch);
        Assert.Equal((best.Epoch, 6, "all epochs done", 3, 7), (record.BestEpoch, record.EpochsPlanned, record.StopReason, record.Seed, record.BatchSize));
        Assert.Equal(best.ValidationAccuracy, record.Result(RunWeights.BestEpoch, RunSet.Validation)!.Accuracy);
        Assert.Equal(_trainer.History.Last.ValidationLoss, record.Result(RunWeights.LastEpoch, RunSet.Validation)!.Loss);
        Assert.Equal((_data.Train().Count, _data.Validation().Count, _data.Test().Count), (record.Data.Train, record.Data.Validation, record.Data.Test));
        Assert.Equal("learning_rate", Assert.Single(record.HyperParameters).Key);

        void Check(string weights)
        {
            foreach (var (set, loader) in new[] { (RunSet.Validation, _data.Validation()), (RunSet.Test, _data.Test()) })
            {
                var measured = Evaluator.Evaluate(_model, loader, Stop);
                Assert.Equal(new RunResult(weights, set, measured.Loss, measured.Correct, measured.Count), record.Result(weights, set));
            }
        }
    }

    [Fact]
    public void The_predictions_agree_with_the_record()
    {
        var run = Save();
        foreach (var weights in (string[])[RunWeights.LastEpoch, RunWeights.BestEpoch])
        {
            var file = run.ReadPredictions(weights)!;
            Assert.Equal(_data.ClassNames, file.ClassNames);
            foreach (var set in (string[])[RunSet.Validation, RunSet.Test])
            {
                var rows = file.Rows.Where(r => r.Set == set).ToList();
                var result = run.Record.Result(weights, set)!;
                Assert.Equal((result.Count, result.Correct), (rows.Count, rows.LongCount(r => r.Probabilities.Index().MaxBy(p => p.Item).Index == r.Truth)));
                Assert.All(rows, r => Assert.Equal(file.ClassNames[r.Truth], r.Path.Split('/')[0]));
                Assert.All(rows, r => Assert.True(File.Exists(_folder["images", r.Path])));
            }

            Assert.Equal(file.Rows.Count, file.Rows.Select(r => r.Path).Distinct().Count());
        }
    }

    [Fact]
    public void The_model_keeps_its_last_weights_and_both_are_kept_on_disk()
    {
        var last = TinyModel.Bytes(_model);
        var run = Save(KeptWeights.LastAndBest);
        Assert.Equal(last, TinyModel.Bytes(_model));
        _trainer.RestoreBest();
        var best = TinyModel.Bytes(_model);
        Assert.NotEqual(last, best);
        WeightsFile.Read(Path.Combine(run.Folder, RunRecorder.LastWeightsName), _model);
        Assert.Equal(last, TinyModel.Bytes(_model));
        WeightsFile.Read(Path.Combine(run.Folder, RunRecorder.BestWeightsName), _model);
        Assert.Equal(best, TinyModel.Bytes(_model));
        Assert.Empty(Directory.GetFiles(Save().Folder, "*.safetensors"));
    }

    [Fact]
    public void Recording_leaves_no_tensor_behind()
    {
        Save(KeptWeights.LastAndBest);
        var before = LiveTensors.Settled();
        Save(KeptWeights.LastAndBest);
        Assert.Equal(before, torch.Tensor.TotalCount);
    }

    private RunStore Open() => RunStore.Open(_settings.WorkFolder, committed: null);

    private StoredRun Save(KeptWeights kept = KeptWeights.None)
    {
        var store = Open();
        var run = store.Begin("tiny", new Dictionary<string, string> { ["seed"] = "3" });
        var training = new FinishedTraining("tiny", _model, _trainer, _options, _data.Train(), new HyperParameters(("learning_rate", 0.3)));
        return new RunRecorder(store, _data, _settings, TinyDataset.Device, "test").Save(run, training, _data.Validation(), _data.Test(), kept, Stop);
    }
}
