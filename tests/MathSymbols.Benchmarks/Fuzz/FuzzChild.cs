using System.Diagnostics;

namespace MathSymbols.Benchmarks.Fuzz;

/// <summary>Fuzzing in a process of its own, which the code under test may take down.</summary>
internal static class FuzzChild
{
    // The garbage of a few large files would be taken for one file's memory.
    private const long Large = 50_000_000;

    /// <summary>Goes on after the last case until the time is over; prints a line a finding: the case's number, a tab, what.</summary>
    public static void Run(IDataFuzz fuzz, FuzzProgress progress, TimeSpan time)
    {
        var watch = Stopwatch.StartNew();
        do
        {
            var number = progress.Begin();
            var file = fuzz.Make(number);
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                progress.End(file.Kind, fuzz.Try(file));
            }
            catch (FuzzFindingException e)
            {
                Console.WriteLine($"{number}\t{e.Message}");
            }

            if (GC.GetAllocatedBytesForCurrentThread() - allocated > Large) GC.Collect();
        }
        while (watch.Elapsed < time);
    }
}
