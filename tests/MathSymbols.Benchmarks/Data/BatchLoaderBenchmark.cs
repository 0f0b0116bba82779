using System.Diagnostics;
using MathSymbols.Benchmarks.Training;
using MathSymbols.Data;
using MathSymbols.Models;

namespace MathSymbols.Benchmarks.Data;

/// <summary>What the loader delivers beside what AlexNet's training step consumes.</summary>
internal static class BatchLoaderBenchmark
{
    private const int Images = 1_920;
    private const int Rounds = 3;
    private const int Steps = 10;

    public static void Run(BenchmarkContext context)
    {
        var images = context.Images;
        using var store = PixelStore.Open(images, PixelStoreBenchmark.Size, context.Work, cancellation: context.Cancellation);
        var loader = new PixelLoader(store, images, [.. Enumerable.Range(0, Math.Min(Images, images.Count))], context.Settings.BatchSizeOr(64), context.Settings.Seed, context.Device);
        var delivered = Enumerable.Range(1, Rounds).Select(epoch => Deliver(loader, epoch, context.Cancellation)).Median();
        context.Report.Add($"BatchLoader alone, batch {loader.BatchSize}", $"{delivered:0} images/s (median of {Rounds} epochs)");

        using var model = new AlexNet(images.ClassNames.Count, device: context.Device);
        using var optimizer = KerasDefaults.Adam(model);
        using var bare = new BareSteps(model, optimizer, loader.BatchSize, images.ClassNames.Count, context.Device);
        context.Report.Add("BatchLoader over AlexNet's consumption", $"{delivered / bare.Measure(Steps):0.0} ×");
    }

    private static double Deliver(BatchLoader loader, int epoch, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        foreach (var batch in loader.Epoch(epoch, cancellation)) batch.Dispose();
        return loader.Count / watch.Elapsed.TotalSeconds;
    }
}
