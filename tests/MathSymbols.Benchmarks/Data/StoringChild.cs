using System.Diagnostics;
using System.Globalization;
using MathSymbols.Data;
using MathSymbols.Storage;

namespace MathSymbols.Benchmarks.Data;

/// <summary>Lists and stores a folder in a process of its own, and prints a line at the end of each stage.</summary>
internal static class StoringChild
{
    public const int Size = 64;

    /// <summary>The lines: the stage, its seconds, the process's private memory, and the managed memory that is still in use, in bytes.</summary>
    public static readonly IReadOnlyList<string> Stages = ["list", "fingerprint", "rows", "finish"];

    public static void Run(string folder, WorkFolder work)
    {
        var watch = Stopwatch.StartNew();
        var images = ImageFolder.Open(folder);
        Tell(0, watch.Elapsed);

        watch.Restart();
        var moments = new Moments(images.Count, watch, fingerprinted => Tell(1, fingerprinted));
        using var store = PixelStore.Open(images, Size, work, moments);
        var whole = watch.Elapsed;
        Tell(2, moments.Last - moments.First);
        Tell(3, whole - moments.Last);
        GC.KeepAlive(images);
    }

    private static void Tell(int stage, TimeSpan time) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Stages[stage]} {time.TotalSeconds} {ProcessMemory.PrivateBytes(Environment.ProcessId) ?? 0} {GC.GetTotalMemory(forceFullCollection: true)}"));

    // The first row's end tells that the fingerprint is there.
    private sealed class Moments(int count, Stopwatch watch, Action<TimeSpan> begun) : IProgress<int>
    {
        public TimeSpan First { get; private set; }

        public TimeSpan Last { get; private set; }

        public void Report(int done)
        {
            if (done == 1)
            {
                First = watch.Elapsed;
                begun(First);
            }

            if (done == count) Last = watch.Elapsed;
        }
    }
}
