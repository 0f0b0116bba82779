using MathSymbols.Data;
using MathSymbols.Models;
using MathSymbols.Runtime;
using MathSymbols.Storage;
using MathSymbols.Training;

namespace MathSymbols.Tuning;

/// <summary>
/// Keras Tuner's Hyperband (keras.io/api/keras_tuner/tuners/hyperband): trains many models for few epochs, goes on with the best of them.
/// A trial's score is the objective in its best epoch; a promoted one starts from the weights of that epoch, with a fresh optimizer.
/// </summary>
public sealed class HyperbandTuner
{
    private readonly Func<HyperParameters, CompiledModel> _build;
    private readonly SearchSpace _space;
    private readonly HyperbandSchedule _schedule;

    /// <summary>Prepares a search; nothing is trained yet.</summary>
    /// <param name="build">Makes a model for a configuration, its weights drawn from torch's generator; the tuner disposes of it.</param>
    /// <param name="space">The configurations to choose from.</param>
    /// <param name="maxEpochs">Epochs of a model that is never dropped, at least 1.</param>
    /// <param name="factor">How many times fewer models go on to the next round, at least 2.</param>
    public HyperbandTuner(Func<HyperParameters, CompiledModel> build, SearchSpace space, int maxEpochs = 100, int factor = 3)
    {
        ArgumentNullException.ThrowIfNull(build);
        ArgumentNullException.ThrowIfNull(space);
        (_build, _space, _schedule) = (build, space, new(maxEpochs, factor));
    }

    /// <summary>The planned models and epochs.</summary>
    public HyperbandSchedule Schedule => _schedule;

    /// <summary>Runs the search, or goes on with one that was interrupted.</summary>
    /// <param name="train">The training images.</param>
    /// <param name="validation">The validation images, which decide.</param>
    /// <param name="store">Where trials are kept.</param>
    /// <param name="options">Seed, early stopping and so on.</param>
    /// <param name="cancellation">Ends the search before the next batch; it can be gone on with.</param>
    /// <exception cref="ArgumentException">The objective is a loss.</exception>
    /// <exception cref="TuningException">The store holds another search, is in use or is damaged.</exception>
    /// <exception cref="OperationCanceledException">The search was cancelled.</exception>
    public SearchResult Search(BatchLoader train, BatchLoader validation, TrialStore store, SearchOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(train);
        ArgumentNullException.ThrowIfNull(validation);
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(options);
        if (!options.Objective.HigherIsBetter) throw new ArgumentException($"The objective is {options.Objective}, of which less is better; a search maximizes.", nameof(options));
        using var held = store.Hold();
        var finished = store.Begin(_space, Identity(train, validation, options)).ToList();
        var oracle = new HyperbandOracle(_space, _schedule, options.Seed);
        oracle.Replay(finished.Select(f => (f.Trial, f.Outcome)));
        Tell(new([.. finished]));
        while (oracle.Next() is { } trial)
        {
            var done = Run(trial, train, validation, store, options, p => Tell(new([.. finished]) { Running = trial, Training = p }), cancellation);
            store.Add(done);
            finished.Add(done);
            oracle.Report(trial, done.Outcome);
            store.CleanWeights(oracle.PromotionCandidates);
            Tell(new([.. finished]));
        }

        var result = new SearchResult(finished, oracle.Stopped!.Value, options.Objective, _space, _schedule);
        store.End(result.Stopped);
        Tell(new([.. finished]) { Stopped = result.Stopped });
        return result;

        void Tell(SearchProgress progress) => options.Progress?.Invoke(progress with { Objective = options.Objective });
    }

    private FinishedTrial Run(Trial trial, BatchLoader train, BatchLoader validation, TrialStore store, SearchOptions options, Action<TrainingProgress> tell, CancellationToken cancellation)
    {
        // A trial's weights depend on the seed and its number alone, whatever was drawn before.
        TorchRuntime.Seed((options.Seed * 1_000_003L) - trial.Number);
        using var compiled = _build(trial.HyperParameters);
        if (trial.WarmStartFrom is { } source) store.ReadWeights(source, compiled.Model);
        RequireDisk(compiled, store);
        var checkpoints = new CheckpointFolder(store.CheckpointPath(trial.Number), new Dictionary<string, string> { ["trial"] = $"{trial.Number}: {trial.HyperParameters}" });
        using var trainer = new Trainer(compiled.Model, compiled.Optimizer);
        try
        {
            var history = trainer.Fit(train, validation, new FitOptions(trial.Epochs)
            {
                InitialEpoch = trial.InitialEpoch,
                Seed = options.Seed,
                EarlyStopping = options.EarlyStopping,
                KeepBest = options.Objective,
                SettleOn = options.SettleOn,
                Checkpoints = checkpoints,
                Machine = options.Machine,
                Progress = tell,
            }, cancellation);
            if (trial.Round < trial.Bracket)
            {
                trainer.RestoreBest();
                WeightsFile.Write(store.WeightsPath(trial.Number), compiled.Model);
            }

            var best = options.Objective.Best(history)!;
            return Finish(TrialOutcome.Completed(options.Objective.Of(best)), best.Epoch);
        }
        catch (DivergedException e)
        {
            return Finish(TrialOutcome.Failed(e.Message), null);
        }

        FinishedTrial Finish(TrialOutcome outcome, int? best) => new(trial, outcome, trainer.History, best, trainer.History.Epochs.Sum(e => e.Seconds));
    }

    // The weights that may be kept at one time are those that the widest second round takes up.
    private void RequireDisk(CompiledModel compiled, TrialStore store)
    {
        var kept = Math.Min(_space.Count ?? long.MaxValue, _schedule.Brackets.Where(b => b.Rounds.Count > 1).Select(b => b.Rounds[1].Models).DefaultIfEmpty(0).Max());
        var weights = ParameterCount.Of(compiled.Model).Total * sizeof(float);
        DiskSpace.Require(new WorkFolder(store.FolderPath), kept * weights, "The weights of the search's trials");
    }

    private RunIdentity Identity(BatchLoader train, BatchLoader validation, SearchOptions options) => new(new Dictionary<string, string>(options.Identity)
    {
        ["space"] = _space.Describe(),
        ["objective"] = options.Objective.Name,
        ["max_epochs"] = $"{_schedule.MaxEpochs}",
        ["factor"] = $"{_schedule.Factor}",
        ["seed"] = $"{options.Seed}",
        ["early_stopping"] = options.EarlyStopping?.ToString() ?? "none",
        ["train_images"] = $"{train.Count}",
        ["validation_images"] = $"{validation.Count}",
        ["batch_size"] = $"{train.BatchSize}",
        ["settled_on"] = $"{options.SettleOn?.Count ?? 0}",
    });
}
