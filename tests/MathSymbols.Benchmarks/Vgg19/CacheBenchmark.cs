using System.Diagnostics;
using MathSymbols.Data;
using MathSymbols.Features;
using MathSymbols.Models;
using MathSymbols.Runtime;
using MathSymbols.Training;
using static TorchSharp.torch;

namespace MathSymbols.Benchmarks.Vgg19;

/// <summary>What the feature cache costs, and what it saves: section IV with it beside the report's way, which runs the frozen base for every batch of every epoch.</summary>
internal static class CacheBenchmark
{
    private const int TrainImages = 96;
    private const int ValidationImages = 32;
    private const int Epochs = 20;
    private const int BatchSize = 32;

    public static void Run(BenchmarkContext context, Vgg19Weights weights)
    {
        using var network = new Vgg19Base(weights, device: context.Device);
        using var data = Dataset.Open(context.Settings with { Work = context.Temporary }, context.Device, 224, BatchSize, cancellation: context.Cancellation);
        int[] images = [.. data.TrainIndices(TrainImages), .. data.ValidationIndices(ValidationImages)];
        var forward = Forward(data, network, images, context.Cancellation);

        var watch = Stopwatch.StartNew();
        using var cache = FeatureCache.Open(data, network, context.Work, context.Cancellation);
        cache.Fill(images, cancellation: context.Cancellation);
        var filling = watch.Elapsed.TotalSeconds;
        watch.Restart();
        foreach (var loader in new[] { cache.Train(TrainImages), cache.Validation(ValidationImages) })
        {
            foreach (var batch in loader.Epoch(cancellation: context.Cancellation)) batch.Dispose();
        }

        var reading = watch.Elapsed.TotalSeconds;
        context.Report.Add(
            $"Cache beside the bare forward pass of {images.Length} images read from the pixel store ({forward:0.00} s)",
            $"filling takes {100 * (filling / forward - 1):0.0} % more, reading the rows once {100 * reading / forward:0.0} %");

        watch.Restart();
        Fit(context, data, cache.Train(TrainImages), cache.Validation(ValidationImages), cache.Values, head => head);
        var cached = filling + watch.Elapsed.TotalSeconds;
        watch.Restart();
        Fit(context, data, data.Train(TrainImages), data.Validation(ValidationImages), cache.Values, head => new Uncached(network, head));
        var uncached = watch.Elapsed.TotalSeconds;
        context.Report.Add(
            $"{Epochs} epochs on {TrainImages} training and {ValidationImages} validation images, features computed once, beside the base run in every epoch",
            $"{cached:0.0} s beside {uncached:0.0} s: {uncached / cached:0.0} ×");
    }

    private static double Forward(Dataset data, Vgg19Base network, int[] images, CancellationToken cancellation)
    {
        var loader = new PixelLoader(data.Pixels, data.Images, images, BatchSize);
        Pass();
        return new[] { Pass(), Pass(), Pass() }.Median();

        double Pass()
        {
            var watch = Stopwatch.StartNew();
            foreach (var batch in loader.Epoch(cancellation: cancellation))
            {
                using var owned = batch;
                network.forward(batch.Images).Dispose();
            }

            return watch.Elapsed.TotalSeconds;
        }
    }

    private static void Fit(BenchmarkContext context, Dataset data, BatchLoader train, BatchLoader validation, int features, Func<Vgg19Head, nn.Module<Tensor, Tensor>> around)
    {
        TorchRuntime.Seed(context.Settings.Seed);
        using var head = new Vgg19Head(features, data.ClassNames.Count, context.Device);
        using var optimizer = KerasDefaults.Adam(head);
        using var trainer = new Trainer(around(head), optimizer);
        trainer.Fit(train, validation, new FitOptions(Epochs), context.Cancellation);
    }
}
