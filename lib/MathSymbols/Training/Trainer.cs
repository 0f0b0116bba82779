using System.Diagnostics;
using MathSymbols.Data;
using MathSymbols.Evaluation;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace MathSymbols.Training;

/// <summary>Keras' <c>fit</c>: moves a classifier's weights, epoch after epoch, and measures it on validation images after each.</summary>
public sealed class Trainer
{
    private readonly nn.Module<Tensor, Tensor> _model;
    private readonly optim.Optimizer _optimizer;

    // One image has no variance: on maps of 1 × 1 torch's batch normalization would make its running statistics NaN.
    private readonly bool _normalizes;

    /// <summary>Prepares training; nothing is changed yet.</summary>
    /// <param name="model">Takes [N, 3, H, W], gives logits [N, classes]. It stays the caller's.</param>
    /// <param name="optimizer">Moves the model's parameters. It stays the caller's.</param>
    public Trainer(nn.Module<Tensor, Tensor> model, optim.Optimizer optimizer)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(optimizer);
        (_model, _optimizer) = (model, optimizer);
        _normalizes = model.modules().Any(m => m is BatchNorm1d or BatchNorm2d);
    }

    /// <summary>Trains for a number of epochs.</summary>
    /// <param name="train">The training images.</param>
    /// <param name="validation">The validation images.</param>
    /// <param name="epochs">How many epochs, at least 1.</param>
    /// <param name="epochDone">Told after each epoch, with the history so far.</param>
    /// <param name="cancellation">Ends training before the next batch; the history so far has been told.</param>
    /// <exception cref="TrainingException">The loss is no longer a finite number, or the model normalizes batches and they have one image.</exception>
    /// <exception cref="OperationCanceledException">Training was ended.</exception>
    public History Fit(BatchLoader train, BatchLoader validation, int epochs, Action<History>? epochDone = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(train);
        ArgumentNullException.ThrowIfNull(validation);
        ArgumentOutOfRangeException.ThrowIfLessThan(epochs, 1);
        if (_normalizes && (train.BatchSize == 1 || train.Count == 1))
            throw new TrainingException("Batch normalization needs at least 2 images a batch: raise the batch size, or give more training images.");
        var results = new List<EpochResult>();
        for (var epoch = 1; epoch <= epochs; epoch++)
        {
            var watch = Stopwatch.StartNew();
            var (loss, accuracy) = RunEpoch(train, epoch, cancellation);
            var trained = watch.Elapsed.TotalSeconds;
            var measured = Evaluator.Evaluate(_model, validation, cancellation);
            if (!double.IsFinite(measured.Loss))
                throw new TrainingException($"The validation loss became {measured.Loss} after epoch {epoch}, at learning rate {LearningRate:g}: try a smaller learning rate.");
            results.Add(new(epoch, loss, accuracy, measured.Loss, measured.Accuracy, LearningRate, watch.Elapsed.TotalSeconds, train.Count / trained));
            epochDone?.Invoke(new([.. results]));
        }

        return new(results);
    }

    private double LearningRate => _optimizer.ParamGroups.First().LearningRate;

    private (double Loss, double Accuracy) RunEpoch(BatchLoader train, int epoch, CancellationToken cancellation)
    {
        _model.train();
        double loss = 0;
        long correct = 0;
        var number = 0;
        var images = 0;
        foreach (var batch in train.Epoch(epoch, cancellation))
        {
            number++;
            using var owned = batch;
            if (_normalizes && batch.Count == 1) continue;
            images += batch.Count;
            using var scope = NewDisposeScope();
            _optimizer.zero_grad();
            var logits = _model.forward(batch.Images);
            var batchLoss = nn.functional.cross_entropy(logits, batch.Labels);
            var value = batchLoss.item<float>();
            if (!float.IsFinite(value))
                throw new TrainingException($"The loss became {value} in epoch {epoch}, batch {number}, at learning rate {LearningRate:g}: try a smaller learning rate.");
            batchLoss.backward();
            _optimizer.step();

            // Weighted by images, as Keras reports them: the last batch may be smaller.
            loss += value * batch.Count;
            correct += Evaluator.Correct(logits, batch.Labels);
        }

        return (loss / images, (double)correct / images);
    }
}
