using MathSymbols.Data;
using MathSymbols.Evaluation;
using MathSymbols.Runtime;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace MathSymbols.Training;

/// <summary>Keras' <c>fit</c>: moves a classifier's weights, epoch after epoch, and measures it on validation images after each.</summary>
public sealed class Trainer : IDisposable
{
    private readonly nn.Module<Tensor, Tensor> _model;
    private readonly optim.Optimizer _optimizer;

    private readonly IReadOnlyList<NormBase> _norms;

    private BestWeights? _best;
    private BatchLoader? _settleOn;

    /// <summary>Prepares training; nothing is changed yet.</summary>
    /// <param name="model">Takes [N, 3, H, W], gives logits [N, classes]. It stays the caller's.</param>
    /// <param name="optimizer">Moves the model's parameters. It stays the caller's.</param>
    public Trainer(nn.Module<Tensor, Tensor> model, optim.Optimizer optimizer)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(optimizer);
        (_model, _optimizer) = (model, optimizer);
        _norms = BatchNormGathering.Layers(model);
    }

    /// <summary>The finished epochs of the current or last call of Fit, also when it was cancelled.</summary>
    public History History { get; private set; } = new([]);

    /// <summary>Why the last call of Fit ended; <see cref="StopReason.None"/> when it was cancelled or failed.</summary>
    public StopReason Stopped { get; private set; }

    /// <summary>The stretches in which the history was made: one, or more when the run was resumed from checkpoints.</summary>
    public IReadOnlyList<TrainingSegment> Segments { get; private set; } = [];

    /// <summary>
    /// Trains the model. With <see cref="FitOptions.Checkpoints"/>, a run that was interrupted at any instant goes on after its last saved
    /// epoch and ends with the same weights, bit for bit, as one never interrupted on the same machine with the same number of threads.
    /// </summary>
    /// <param name="train">The training images.</param>
    /// <param name="validation">The validation images.</param>
    /// <param name="options">Epochs, early stopping, checkpoints and so on.</param>
    /// <param name="cancellation">Ends training before the next batch; <see cref="History"/> and the model's weights stay as they are then.</param>
    /// <returns>The finished epochs.</returns>
    /// <exception cref="DivergedException">The loss is no longer a finite number.</exception>
    /// <exception cref="TrainingException">The model normalizes batches and they have one image.</exception>
    /// <exception cref="CheckpointException">The checkpoint belongs to another run, is in use or is damaged.</exception>
    /// <exception cref="OperationCanceledException">Training was cancelled.</exception>
    public History Fit(BatchLoader train, BatchLoader validation, FitOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(train);
        ArgumentNullException.ThrowIfNull(validation);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegative(options.InitialEpoch);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Epochs, options.InitialEpoch + 1);
        if (options.LabelSmoothing is not (>= 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(options), options.LabelSmoothing, "Label smoothing is 0 or more and below 1.");
        if (Normalizes && (train.BatchSize == 1 || train.Count == 1))
            throw new TrainingException("Batch normalization needs at least 2 images a batch: raise the batch size, or give more training images.");

        using var held = options.Checkpoints?.Hold();
        Stopped = StopReason.None;
        _settleOn = options.SettleOn;
        _best?.Dispose();
        _best = options.Kept is { } metric ? new BestWeights(_model, metric, options.Checkpoints) : null;
        (History, var earlier) = options.Checkpoints?.Load(_model, _optimizer) ?? (new History([]), []);
        Segments = earlier;
        var started = DateTimeOffset.UtcNow;
        var first = NextEpoch(options);
        var clock = new EpochClock(options.Epochs, (double)validation.Count / train.Count);
        Report(options, new(History, options.Epochs) { Batches = train.BatchCount });
        for (var epoch = first; Ends(options) == StopReason.None; epoch++)
        {
            clock.Start();
            var result = RunEpoch(epoch, train, validation, options, clock, cancellation);
            clock.Stop();
            History = new([.. History.Epochs, result]);
            _best?.Keep(History);
            Segments = [.. earlier, new(started, DateTimeOffset.UtcNow, first, epoch, options.Machine)];
            options.Checkpoints?.Save(_model, _optimizer, History, Segments);
            _best?.Clean(History);
            Report(options, new(History, options.Epochs) { Batches = train.BatchCount, Remaining = clock.After(epoch) });
        }

        Stopped = Ends(options);
        if (options.EarlyStopping is { RestoreBest: true }) RestoreBest();
        else Settle(cancellation);
        Report(options, new(History, options.Epochs) { Batches = train.BatchCount, Remaining = TimeSpan.Zero, Stopped = Stopped });
        return History;
    }

    /// <summary>Gives the model the weights of the best epoch of the last call of Fit.</summary>
    /// <returns>The best epoch.</returns>
    /// <exception cref="InvalidOperationException">That call was not asked to keep them.</exception>
    public EpochResult RestoreBest()
    {
        if (_best is not { } best || best.Metric.Best(History) is not { } epoch)
            throw new InvalidOperationException("No weights were kept: set FitOptions.KeepBest, and train for at least one epoch.");
        best.Restore(epoch);
        Settle();
        return epoch;
    }

    /// <summary>Frees the copy of the best weights; model and optimizer stay the caller's.</summary>
    public void Dispose()
    {
        _best?.Dispose();
        HeapTuning.GiveBack();
    }

    // One image has no variance: on maps of 1 × 1 torch's batch normalization would make its running statistics NaN.
    private bool Normalizes => _norms.Count > 0;

    private double LearningRate => _optimizer.ParamGroups.First().LearningRate;

    private int NextEpoch(FitOptions options) => History.Epochs.Count > 0 ? History.Last.Epoch + 1 : options.InitialEpoch + 1;

    private StopReason Ends(FitOptions options)
    {
        if (options.EarlyStopping?.StopsAfter(History) == true) return StopReason.EarlyStopping;
        return NextEpoch(options) > options.Epochs ? StopReason.AllEpochs : StopReason.None;
    }

    private static void Report(FitOptions options, TrainingProgress progress) => options.Progress?.Invoke(progress);

    private EpochResult RunEpoch(int epoch, BatchLoader train, BatchLoader validation, FitOptions options, EpochClock clock, CancellationToken cancellation)
    {
        // What is random in an epoch depends on the seed and the epoch's number alone, on any device, and not on what was drawn before it.
        TorchRuntime.Seed((options.Seed * 1_000_003L) + epoch);
        var (loss, accuracy) = Train(epoch, train, options, clock, cancellation);
        var trained = clock.Seconds;
        var measured = Validate(validation, options, cancellation);
        if (!double.IsFinite(measured.Loss))
            throw new DivergedException(FormattableString.Invariant($"The validation loss became {measured.Loss} after epoch {epoch}, batch {train.BatchCount}, at learning rate {LearningRate:g}: try a smaller learning rate."));
        var result = new EpochResult(epoch, loss, accuracy, measured.Loss, measured.Accuracy, LearningRate, clock.Seconds, train.Count / trained);
        var extra = new Dictionary<string, double>();
        foreach (var (name, value) in options.Callbacks.SelectMany(c => c.EpochDone(result, cancellation))) extra[name] = value;
        return result with { Extra = extra, Seconds = clock.Seconds };
    }

    // The running statistics go on from where they were.
    private EvaluationResult Validate(BatchLoader validation, FitOptions options, CancellationToken cancellation)
    {
        if (options.SettleOn is not { } sample) return Evaluator.Evaluate(_model, validation, cancellation);
        using var running = new BatchNormStatistics(_norms);
        try
        {
            BatchNormGathering.Run(_model, _norms, sample, cancellation);
            return Evaluator.Evaluate(_model, validation, cancellation);
        }
        finally
        {
            running.Restore();
        }
    }

    private void Settle(CancellationToken cancellation = default)
    {
        if (_settleOn is { } sample) BatchNormGathering.Run(_model, _norms, sample, cancellation);
    }

    private void Pace(FitOptions options, long step, long steps)
    {
        if (options.Schedule is not { } schedule) return;
        foreach (var group in _optimizer.ParamGroups) group.LearningRate = schedule.At(step, steps);
    }

    private (double Loss, double Accuracy) Train(int epoch, BatchLoader train, FitOptions options, EpochClock clock, CancellationToken cancellation)
    {
        const double Pause = 1;
        _model.train();
        double loss = 0;
        long correct = 0;
        var number = 0;
        var images = 0;
        double told = 0;
        foreach (var batch in train.Epoch(epoch, cancellation))
        {
            number++;
            using var owned = batch;
            if (Normalizes && batch.Count == 1) continue;
            foreach (var callback in options.Callbacks) callback.BatchStarting(number, train.BatchCount, batch.Count);
            images += batch.Count;
            using var scope = NewDisposeScope();
            var (step, steps) = (((epoch - 1L) * train.BatchCount) + number - 1, (long)options.Epochs * train.BatchCount);
            Pace(options, step, steps);
            _optimizer.zero_grad();
            var logits = _model.forward(options.Augmentation is { } augmentation ? augmentation.Apply(batch.Images, (double)step / steps) : batch.Images);
            var batchLoss = nn.functional.cross_entropy(logits, batch.Labels, label_smoothing: options.LabelSmoothing);
            var value = batchLoss.item<float>();
            if (!float.IsFinite(value))
                throw new DivergedException(FormattableString.Invariant($"The loss became {value} in epoch {epoch}, batch {number}, at learning rate {LearningRate:g}: try a smaller learning rate."));
            batchLoss.backward();
            _optimizer.step();

            // Weighted by images, as Keras reports them: the last batch may be smaller.
            loss += value * batch.Count;
            correct += Evaluator.Correct(logits, batch.Labels);
            if (clock.Seconds - told < Pause) continue;
            told = clock.Seconds;
            Report(options, new(History, options.Epochs)
            {
                Epoch = epoch,
                Batch = number,
                Batches = train.BatchCount,
                Loss = loss / images,
                Accuracy = (double)correct / images,
                ImagesPerSecond = images / told,
                Remaining = clock.Within(epoch, (double)number / train.BatchCount),
            });
        }

        return (loss / images, (double)correct / images);
    }
}
