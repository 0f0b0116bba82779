using System.Globalization;

namespace MathSymbols.Benchmarks.Data;

/// <summary>What storing a folder took.</summary>
/// <param name="Images">How many it has.</param>
/// <param name="Stages">By <see cref="StoringChild.Stages"/>.</param>
internal sealed record StoringRun(int Images, IReadOnlyList<StoringRun.Stage> Stages)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(10);

    /// <summary>Images a second from the fingerprint to the end.</summary>
    public double Rate => Images / Stages.Skip(1).Sum(s => s.Seconds);

    /// <summary>Images a second while rows are written.</summary>
    public double RateOfRows => Images / Stages[2].Seconds;

    /// <summary>The most private memory, in bytes.</summary>
    public long Peak => Stages.Max(s => s.Peak);

    /// <summary>Starts the child and watches it.</summary>
    public static StoringRun Of(string folder, int images, string work, CancellationToken cancellation)
    {
        using var child = BenchmarkProcess.Start(ChildCommands.StoreMany, folder, work);
        try
        {
            var error = child.StandardError.ReadToEndAsync(cancellation);
            var stages = new List<Stage>();
            var (peak, line) = (0L, child.StandardOutput.ReadLineAsync(cancellation).AsTask());
            while (true)
            {
                peak = Math.Max(peak, ProcessMemory.PrivateBytes(child.Id) ?? 0);
                if (!line.Wait(Look, cancellation)) continue;
                if (line.Result is null) break;
                var parts = line.Result.Split(' ');
                stages.Add(new(double.Parse(parts[1], CultureInfo.InvariantCulture), Math.Max(peak, long.Parse(parts[2], CultureInfo.InvariantCulture)), long.Parse(parts[3], CultureInfo.InvariantCulture)));
                (peak, line) = (0, child.StandardOutput.ReadLineAsync(cancellation).AsTask());
            }

            child.WaitForExit();
            return child.ExitCode == 0 ? new(images, stages) : throw new InvalidOperationException($"Storing '{folder}' ended with {child.ExitCode}: {error.Result}");
        }
        finally
        {
            child.Kill();
        }
    }

    /// <summary>A stage of it.</summary>
    /// <param name="Seconds">How long it took.</param>
    /// <param name="Peak">The most private memory during it, in bytes.</param>
    /// <param name="Managed">Bytes of managed memory in use at its end.</param>
    internal sealed record Stage(double Seconds, long Peak, long Managed);
}
