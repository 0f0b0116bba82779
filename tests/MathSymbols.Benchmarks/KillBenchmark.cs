using System.Diagnostics;
using System.Security.Cryptography;
using MathSymbols.Data;

namespace MathSymbols.Benchmarks;

/// <summary>Kills builds of a store at random instants and looks whether the next build gives the same bytes.</summary>
internal static class KillBenchmark
{
    public const int Size = 224;

    private const int PerClass = 40;

    public static void Run(ImageFolder images, string temporary, int kills, BenchmarkReport report, CancellationToken cancellation)
    {
        var folder = Path.Combine(temporary, "kill-images");
        foreach (var file in images.Files.GroupBy(f => f.Label).SelectMany(g => g.Take(PerClass)))
        {
            var target = Path.Combine(folder, images.ClassNames[file.Label], file.Name);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(images.FullPath(file), target);
        }

        var work = Path.Combine(temporary, "kill-work");
        var expected = Build(folder, work);
        var random = new Random(1001);
        int hit = 0, leftovers = 0, reused = 0, different = 0;
        var watch = new Stopwatch();
        var whole = TimeSpan.Zero;
        while (hit < kills)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var file in Directory.GetFiles(Path.Combine(work, "pixels"), "*.pixels")) File.Delete(file);
            if (whole > TimeSpan.Zero)
            {
                using var process = Start(folder, work);
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

        report.Add("Builds killed at random instants, none followed by other bytes", $"{hit} killed ({leftovers} had half a file on disk, {reused} had just finished it), {different} different");
    }

    private static byte[] Build(string folder, string work)
    {
        using var process = Start(folder, work);
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"Building the store of '{folder}' ended with {process.ExitCode}.");
        using var stream = File.OpenRead(Directory.GetFiles(Path.Combine(work, "pixels"), "*.pixels").Single());
        return SHA256.HashData(stream);
    }

    private static Process Start(string folder, string work) => Process.Start(new ProcessStartInfo(Environment.ProcessPath!, Arguments(folder, work)))!;

    // Started as `dotnet bench.dll` or as the program itself.
    private static string[] Arguments(string folder, string work) =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(KillBenchmark).Assembly.Location, "build-store", folder, work] : ["build-store", folder, work];
}
