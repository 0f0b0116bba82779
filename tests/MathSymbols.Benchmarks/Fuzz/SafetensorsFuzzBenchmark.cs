using System.Diagnostics;
using MathSymbols.Storage;

namespace MathSymbols.Benchmarks.Fuzz;

/// <summary>Has the safetensors reader open damaged files for as long as one likes.</summary>
internal static class SafetensorsFuzzBenchmark
{
    private const int FilesASeed = 1000;

    // A thousand small files take well under a second.
    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(2);

    public static void Run(BenchmarkContext context)
    {
        var path = Path.Combine(context.Temporary, "fuzz.safetensors");
        var runs = new List<SafetensorsFuzz>();
        var watch = Stopwatch.StartNew();
        do
        {
            context.Cancellation.ThrowIfCancellationRequested();
            var fuzz = new SafetensorsFuzz(seed: runs.Count, path);
            if (!Task.Run(() => fuzz.Run(FilesASeed)).Wait(Hang))
                throw new TimeoutException($"The reader hangs at seed {runs.Count}, file {fuzz.Files}: {Convert.ToBase64String(File.ReadAllBytes(path))}");
            runs.Add(fuzz);
        }
        while (watch.Elapsed < TimeSpan.FromSeconds(context.Seconds));

        context.Report.Add("Safetensors files made at random, most of them damaged, and opened", $"{runs.Sum(r => r.Files)} in {watch.Elapsed.TotalSeconds:0} s");
        context.Report.Add("Read, as a second, slow reader says; refused with a sentence, and by that reader too", $"{runs.Sum(r => r.Accepted)}; {runs.Sum(r => r.Refused)}; nothing else came out, nothing hung");
        context.Report.Add("Most memory and time an opening took", $"{DiskSpace.Size(runs.Max(r => r.MostAllocated))} ({Math.Max(0, runs.Max(r => r.HighestRatio)):0.0} × the file's length and 64 KB); {runs.Max(r => r.Slowest).TotalMilliseconds:0} ms");
    }
}
