using System.Diagnostics;
using System.Globalization;
using MathSymbols.Storage;

namespace MathSymbols.Benchmarks.Fuzz;

/// <summary>Runs a <see cref="FuzzChild"/>, notices when it dies, hangs or takes too much memory, names the case, and has another go on after it.</summary>
/// <param name="name">What is fuzzed; begins the names of kept files.</param>
/// <param name="fuzz">Makes again the file that took a child down.</param>
/// <param name="start">Starts a child that works for so long.</param>
/// <param name="progress">The file that the children write.</param>
/// <param name="findings">Takes the findings.</param>
internal sealed class FuzzSupervisor(string name, IDataFuzz fuzz, Func<TimeSpan, Process> start, FuzzProgress progress, FuzzFindings findings)
{
    /// <summary>Bytes a child may hold for itself: an image of all the pixels allowed, several times over.</summary>
    public const long MostMemory = 3_000_000_000;

    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    /// <summary>The most that a child held for itself, in bytes.</summary>
    public long PeakMemory { get; private set; }

    /// <summary>Children that did not end well.</summary>
    public int Lost { get; private set; }

    /// <summary>Runs one child, and another as long as there is time.</summary>
    public void Run(TimeSpan time, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        do RunChild(time - watch.Elapsed, cancellation);
        while (watch.Elapsed < time);
    }

    private void RunChild(TimeSpan time, CancellationToken cancellation)
    {
        using var child = start(time);
        var error = child.StandardError.ReadToEndAsync(CancellationToken.None);
        var lines = ReadAsync(child);
        try
        {
            var killed = Watch(child, cancellation);
            child.WaitForExit();
            lines.Wait(CancellationToken.None);
            progress.Reload();
            if (killed is null && child.ExitCode == 0) return;
            Lost++;
            var ending = killed ?? $"The process died with {child.ExitCode}: {string.Join(' ', error.Result.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Take(2))}";
            findings.Add(ending, FileName(progress.Number), () => fuzz.Make(progress.Number));
        }
        finally
        {
            child.Kill();
        }
    }

    private string? Watch(Process child, CancellationToken cancellation)
    {
        var (number, since) = (progress.Number, Stopwatch.StartNew());
        while (!child.WaitForExit(Look))
        {
            cancellation.ThrowIfCancellationRequested();
            progress.Reload();
            if (progress.Number != number)
            {
                number = progress.Number;
                since.Restart();
            }

            PeakMemory = Math.Max(PeakMemory, ProcessMemory.PrivateBytes(child.Id) ?? 0);
            var reason = PeakMemory > MostMemory ? $"More than {DiskSpace.Size(MostMemory)} of memory were taken"
                : since.Elapsed > Hang ? $"The reader was not done after {Hang.TotalSeconds.ToString(CultureInfo.InvariantCulture)} s" : null;
            if (reason is null) continue;
            child.Kill();
            PeakMemory = Math.Min(PeakMemory, MostMemory);
            return reason;
        }

        return null;
    }

    private async Task ReadAsync(Process child)
    {
        while (await child.StandardOutput.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            var parts = line.Split('\t', 2);
            var number = long.Parse(parts[0], CultureInfo.InvariantCulture);
            findings.Add(parts[1], FileName(number), () => fuzz.Make(number));
        }
    }

    private string FileName(long number) => string.Create(CultureInfo.InvariantCulture, $"{name}-{number}.bin");
}
