using System.Diagnostics;
using System.Security.Cryptography;

namespace MathSymbols.Benchmarks.Kills;

/// <summary>Kills builds of a store at random instants and looks whether the next build gives the same bytes.</summary>
internal static class StoreKillBenchmark
{
    public const int Size = 224;

    private const int PerClass = 40;
    private const int Kills = 50;

    public static void Run(BenchmarkContext context)
    {
        var folder = Path.Combine(context.Temporary, "kill-images");
        ImageSample.Copy(context.Images, PerClass, folder);
        var work = Path.Combine(context.Temporary, "kill-work");
        var expected = Build(folder, work);
        var random = new Random(1001);
        int hit = 0, leftovers = 0, reused = 0, different = 0;
        var watch = new Stopwatch();
        var whole = TimeSpan.Zero;
        while (hit < (context.Kills ?? Kills))
        {
            context.Cancellation.ThrowIfCancellationRequested();
            foreach (var file in Directory.GetFiles(Path.Combine(work, "pixels"), "*.pixels")) File.Delete(file);
            if (whole > TimeSpan.Zero)
            {
                using var process = BenchmarkProcess.Start(ChildCommands.BuildStore, folder, work);
                Thread.Sleep(whole * random.NextDouble());
                if (!process.HasExited) hit++;
                process.Kill();
                process.WaitForExit();
                if (Directory.GetFiles(Path.Combine(work, "pixels"), "*.tmp").Length > 0) leftovers++;
                if (Directory.GetFiles(Path.Combine(work, "pixels"), "*.pixels").Length > 0) reused++;
            }

            watch.Restart();
            if (!Build(folder, work).AsSpan().SequenceEqual(expected)) different++;
            if (whole == TimeSpan.Zero) whole = watch.Elapsed;
        }

        context.Report.Add("Builds killed at random instants, none followed by other bytes", $"{hit} killed ({leftovers} had half a file on disk, {reused} had just finished it), {different} different");
    }

    private static byte[] Build(string folder, string work)
    {
        using var process = BenchmarkProcess.Start(ChildCommands.BuildStore, folder, work);
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"Building the store of '{folder}' ended with {process.ExitCode}: {error}");
        using var stream = File.OpenRead(Directory.GetFiles(Path.Combine(work, "pixels"), "*.pixels").Single());
        return SHA256.HashData(stream);
    }
}
