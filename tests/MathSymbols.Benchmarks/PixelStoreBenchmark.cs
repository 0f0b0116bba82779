using System.Diagnostics;
using MathSymbols.Data;
using MathSymbols.Storage;

namespace MathSymbols.Benchmarks;

/// <summary>Building the store of all images, and opening it again.</summary>
internal static class PixelStoreBenchmark
{
    public const int Size = 224;

    public static void Run(ImageFolder images, WorkFolder work, BenchmarkReport report, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        using (var store = PixelStore.Open(images, Size, work, cancellation: cancellation))
        {
            var seconds = watch.Elapsed.TotalSeconds;
            report.Add($"PixelStore cold, {Size} px, fingerprint and flush to disk included", $"{images.Count / seconds:0} images/s ({seconds:0.0} s, {DiskSpace.Size(new FileInfo(store.FilePath).Length)})");
        }

        var warm = Enumerable.Range(0, 5).Select(_ =>
        {
            watch.Restart();
            using var store = PixelStore.Open(ImageFolder.Open(images.Root), Size, work, cancellation: cancellation);
            return watch.Elapsed.TotalSeconds;
        }).Order().ToArray();
        report.Add("PixelStore warm, listing the folder included", $"{warm[warm.Length / 2]:0.000} s (median of {warm.Length})");
    }
}
