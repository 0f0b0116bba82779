using MathSymbols.Data;
using MathSymbols.Features;
using MathSymbols.Models;
using MathSymbols.Runtime;
using MathSymbols.Training;

namespace MathSymbols.Benchmarks.Vgg19;

/// <summary>The report's 20 epochs of the head on cached features of all images, validation after each included.</summary>
internal static class HeadBenchmark
{
    private const int BatchSize = 64;
    private const int Epochs = 20;

    public static void Run(BenchmarkContext context, Vgg19Weights weights)
    {
        // The cache of all images takes a while to fill: that of the settings' work folder is used, and filled where it is not.
        using var network = new Vgg19Base(weights, device: context.Device);
        using var data = Dataset.Open(context.Settings, context.Device, 224, BatchSize, cancellation: context.Cancellation);
        using var cache = FeatureCache.Open(data, network, context.Settings.WorkFolder, context.Cancellation);
        cache.Fill([.. data.TrainIndices(), .. data.ValidationIndices()], cancellation: context.Cancellation);
        TorchRuntime.Seed(context.Settings.Seed);
        using var head = new Vgg19Head(cache.Values, data.ClassNames.Count, context.Device);
        using var optimizer = KerasDefaults.Adam(head);
        using var trainer = new Trainer(head, optimizer);
        var history = trainer.Fit(cache.Train(), cache.Validation(), new FitOptions(Epochs), context.Cancellation);
        context.Report.Add(
            $"{Epochs} epochs of the head, batch {BatchSize}, {cache.Train().Count:N0} training and {cache.Validation().Count:N0} validation images of {cache.Values:N0} features, validation included",
            $"{history.Epochs.Sum(e => e.Seconds):0.0} s (epochs of {history.Epochs.Min(e => e.Seconds):0.00} to {history.Epochs.Max(e => e.Seconds):0.00} s)");
    }
}
