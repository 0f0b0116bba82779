using System.Diagnostics;
using MathSymbols.Data;
using MathSymbols.Storage;

namespace MathSymbols.Benchmarks.Data;

/// <summary>Building the store of all images, and opening it again.</summary>
internal static class PixelStoreBenchmark
{
    public const int Size = 224;

    public static void Run(BenchmarkContext context)
    {
        var images = context.Images;
        var watch = Stopwatch.StartNew();
        using (var store = PixelStore.Open(images, Size, context.Work, cancellation: context.Cancellation))
        {
            var seconds = watch.Elapsed.TotalSeconds;
            context.Report.Add($"PixelStore cold, {Size} px, fingerprint and flush to disk included", $"{images.Count / seconds:0} images/s ({seconds:0.0} s, {DiskSpace.Size(new FileInfo(store.FilePath).Length)})");
        }

        var warm = Enumerable.Range(0, 5).Select(_ =>
        {
            watch.Restart();
            using var store = PixelStore.Open(ImageFolder.Open(images.Root), Size, context.Work, cancellation: context.Cancellation);
            return watch.Elapsed.TotalSeconds;
        }).Median();
        context.Report.Add("PixelStore warm, listing the folder included", $"{warm:0.000} s (median of 5)");
    }
}
