using System.Diagnostics;
using MathSymbols.Data;
using MathSymbols.Models;
using MathSymbols.Runtime;
using MathSymbols.Storage;
using MathSymbols.Training;
using static TorchSharp.torch;

namespace MathSymbols.Benchmarks;

/// <summary>What the loader delivers beside what AlexNet's training step consumes.</summary>
internal static class BatchLoaderBenchmark
{
    private const int Images = 1_920;
    private const int Rounds = 3;
    private const int WarmUp = 3;
    private const int Steps = 10;

    public static void Run(ImageFolder images, Settings settings, TorchDevice device, WorkFolder work, BenchmarkReport report, CancellationToken cancellation)
    {
        using var store = PixelStore.Open(images, PixelStoreBenchmark.Size, work, cancellation: cancellation);
        var loader = new BatchLoader(store, images, [.. Enumerable.Range(0, Math.Min(Images, images.Count))], settings.BatchSizeOr(64), settings.Seed, device);
        var delivered = Enumerable.Range(1, Rounds).Select(epoch => Deliver(loader, epoch, cancellation)).Order().ElementAt(Rounds / 2);
        report.Add($"BatchLoader alone, batch {loader.BatchSize}", $"{delivered:0} images/s (median of {Rounds} epochs)");

        using var model = new AlexNet(images.ClassNames.Count, device: device);
        using var optimizer = KerasDefaults.Adam(model);
        var bare = BareSteps(model, optimizer, loader, images.ClassNames.Count, device);
        report.Add("AlexNet forward + backward + step on one batch in memory", $"{bare:0.0} images/s");
        report.Add("BatchLoader over AlexNet's consumption", $"{delivered / bare:0.0} ×");

        var history = new Trainer(model, optimizer).Fit(loader, new BatchLoader(store, images, [0], 1, device: device), new FitOptions(1), cancellation);
        report.Add("AlexNet fed by the loader, as Trainer does it", $"{history.Last.ImagesPerSecond:0.0} images/s ({history.Last.ImagesPerSecond / bare:P0} of the bare steps)");
    }

    private static double Deliver(BatchLoader loader, int epoch, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        foreach (var batch in loader.Epoch(epoch, cancellation)) batch.Dispose();
        return loader.Count / watch.Elapsed.TotalSeconds;
    }

    private static double BareSteps(AlexNet model, optim.Optimizer optimizer, BatchLoader loader, int classes, TorchDevice device)
    {
        using var images = rand([loader.BatchSize, PixelImage.Channels, PixelStoreBenchmark.Size, PixelStoreBenchmark.Size], device: device.ToTorch());
        using var labels = randint(0, classes, [loader.BatchSize], dtype: int64, device: device.ToTorch());
        model.train();
        var watch = new Stopwatch();
        for (var step = 0; step < WarmUp + Steps; step++)
        {
            if (step == WarmUp) watch.Start();
            using var scope = NewDisposeScope();
            optimizer.zero_grad();
            var loss = nn.functional.cross_entropy(model.forward(images), labels);
            loss.backward();
            optimizer.step();
            loss.item<float>();
        }

        return Steps * loader.BatchSize / watch.Elapsed.TotalSeconds;
    }
}
