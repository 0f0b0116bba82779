using System.Diagnostics;
using MathSymbols.Data;
using MathSymbols.Models;
using MathSymbols.Runtime;
using static TorchSharp.torch;

namespace MathSymbols.Benchmarks.Training;

/// <summary>AlexNet's training step with nothing around it: forward, cross-entropy, backward and Adam on one batch in memory.</summary>
internal sealed class BareSteps : IDisposable
{
    private const int WarmUp = 3;

    private readonly AlexNet _model;
    private readonly optim.Optimizer _optimizer;
    private readonly Tensor _images;
    private readonly Tensor _labels;

    /// <summary>Makes the batch and runs a few steps that are not measured.</summary>
    public BareSteps(AlexNet model, optim.Optimizer optimizer, int batchSize, int classes, TorchDevice device)
    {
        (_model, _optimizer) = (model, optimizer);
        _images = rand([batchSize, PixelImage.Channels, model.Size, model.Size], device: device.ToTorch());
        _labels = randint(0, classes, [batchSize], dtype: int64, device: device.ToTorch());
        Measure(WarmUp);
    }

    /// <summary>Images a second over a number of steps.</summary>
    public double Measure(int steps)
    {
        _model.train();
        var watch = Stopwatch.StartNew();
        for (var step = 0; step < steps; step++)
        {
            using var scope = NewDisposeScope();
            _optimizer.zero_grad();
            var loss = nn.functional.cross_entropy(_model.forward(_images), _labels);
            loss.backward();
            _optimizer.step();
            loss.item<float>();
        }

        return steps * _labels.shape[0] / watch.Elapsed.TotalSeconds;
    }

    public void Dispose()
    {
        _images.Dispose();
        _labels.Dispose();
    }
}
