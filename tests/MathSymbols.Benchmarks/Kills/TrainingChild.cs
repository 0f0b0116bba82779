using System.Diagnostics;
using MathSymbols.Storage;

namespace MathSymbols.Benchmarks.Kills;

/// <summary>A <see cref="SmallTraining"/> in a process of its own, which may be killed.</summary>
internal sealed class TrainingChild(SmallTraining training)
{
    // How .NET reports a process that died of SIGKILL; on Windows, one that was terminated.
    private static readonly int KilledCode = OperatingSystem.IsWindows() ? -1 : 128 + 9;

    /// <summary>Trains to the end, or goes on to it.</summary>
    /// <returns>How long training took, without the program's start.</returns>
    public TimeSpan RunToEnd(string folder, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using var process = Start(folder, out var error);
        using var stop = cancellation.Register(process.Kill);
        var watch = Stopwatch.StartNew();
        var trained = Reads(SmallTraining.Trained, process);
        var elapsed = watch.Elapsed;
        process.WaitForExit();
        cancellation.ThrowIfCancellationRequested();
        return trained && process.ExitCode == 0 ? elapsed : throw Failed(process, error);
    }

    /// <summary>Trains, or goes on, and is killed.</summary>
    public KillResult Kill(string folder, KillInstant instant, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var checkpoints = SmallTraining.Checkpoints(folder).FolderPath;
        Directory.CreateDirectory(checkpoints);
        using var now = new ManualResetEventSlim();
        using var process = Start(folder, out var error);
        using var watcher = new WriteWatcher(checkpoints, instant, now.Set);
        process.Exited += (_, _) => now.Set();
        process.EnableRaisingEvents = true;
        using var stop = cancellation.Register(now.Set);
        now.Wait(instant.Moment == KillMoment.Anywhere ? instant.Delay : Timeout.InfiniteTimeSpan, CancellationToken.None);
        process.Kill();
        process.WaitForExit();
        cancellation.ThrowIfCancellationRequested();
        if (process.ExitCode != 0 && process.ExitCode != KilledCode) throw Failed(process, error);
        var hit = process.ExitCode == KilledCode;
        var inside = hit && Directory.GetFiles(checkpoints, "*" + AtomicFile.TemporarySuffix).Length > 0;
        return new(hit, inside, hit && !inside && instant.Moment == KillMoment.Renamed);
    }

    private Process Start(string folder, out Task<string> error)
    {
        var process = BenchmarkProcess.Start(training.Arguments(folder));
        error = process.StandardError.ReadToEndAsync();
        if (Reads(SmallTraining.Ready, process)) return process;
        process.WaitForExit();
        throw Failed(process, error);
    }

    private static bool Reads(string line, Process process)
    {
        while (process.StandardOutput.ReadLine() is { } read)
        {
            if (read == line) return true;
        }

        return false;
    }

    private static InvalidOperationException Failed(Process process, Task<string> error) => new($"A training that was to be killed or to end well ended with {process.ExitCode}: {error.Result}");
}
