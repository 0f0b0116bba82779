using System.Diagnostics;

namespace MathSymbols.Benchmarks.Fuzz;

/// <summary>Fuzzing in a process of its own, which the code under test may take down.</summary>
internal static class FuzzChild
{
    /// <summary>Goes on after the last case until the time is over; prints a line a finding: the case's number, a tab, what.</summary>
    public static void Run(IDataFuzz fuzz, FuzzProgress progress, TimeSpan time)
    {
        var watch = Stopwatch.StartNew();
        do
        {
            var number = progress.Begin();
            var file = fuzz.Make(number);
            try
            {
                progress.End(file.Kind, fuzz.Try(file));
            }
            catch (FuzzFindingException e)
            {
                Console.WriteLine($"{number}\t{e.Message}");
            }
        }
        while (watch.Elapsed < time);
    }
}
