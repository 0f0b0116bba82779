using System.Globalization;
using MathSymbols.Benchmarks.Fuzz.Images;
using MathSymbols.Benchmarks.Fuzz.Stores;
using MathSymbols.Storage;

namespace MathSymbols.Benchmarks.Fuzz;

/// <summary>Has image files and pixel stores that were damaged at random read, in processes of their own, for as long as one likes.</summary>
internal static class FuzzDataBenchmark
{
    private const int SamplesAFormat = 12;

    // A store is soon understood; images have far more in them.
    private const double ShareOfImages = 0.75;

    public static void Run(BenchmarkContext context)
    {
        var findings = new FuzzFindings(Path.Combine(Path.GetTempPath(), "mathsymbols-fuzz-findings"));
        var time = TimeSpan.FromSeconds(context.Seconds);
        var seeds = Directory.CreateDirectory(Path.Combine(context.Temporary, "fuzz-seeds")).FullName;
        foreach (var file in context.Images.Files.GroupBy(f => Path.GetExtension(f.Path).ToUpperInvariant()).SelectMany(g => g.Where((_, i) => i % (1 + (g.Count() / SamplesAFormat)) == 0)))
            File.Copy(context.Images.FullPath(file), Path.Combine(seeds, file.Path.Replace('/', '-')));
        Fuzz(context, ChildCommands.FuzzImages, "Image files", new ImageFuzz(seeds, context.Temporary), seeds, time * ShareOfImages, findings);
        Fuzz(context, ChildCommands.FuzzStores, "Pixel stores", new StoreFuzz(Path.Combine(context.Temporary, "fuzz-store")), "", time * (1 - ShareOfImages), findings);
        if (findings.Counts.Count > 0)
            throw new InvalidOperationException(string.Join('\n', findings.Counts.Select(f => $"{f.Value.ToString(CultureInfo.InvariantCulture)} ×: {f.Key}").Prepend("Damaged files led to what they must not:")));
    }

    private static void Fuzz(BenchmarkContext context, string command, string name, IDataFuzz fuzz, string seeds, TimeSpan time, FuzzFindings findings)
    {
        var path = Path.Combine(context.Temporary, command);
        using var progress = new FuzzProgress(path, fuzz.Kinds.Count);
        var folder = Directory.CreateDirectory(path + "-work").FullName;
        var supervisor = new FuzzSupervisor(
            command, fuzz, left => BenchmarkProcess.Start(command, seeds, folder, path, left.TotalSeconds.ToString(CultureInfo.InvariantCulture)), progress, findings);
        supervisor.Run(time, context.Cancellation);
        long Sum(FuzzOutcome outcome) => Enumerable.Range(0, fuzz.Kinds.Count).Sum(kind => progress.Count(kind, outcome));
        string Words(Func<FuzzOutcome, long> count) => string.Join(", ", Enum.GetValues<FuzzOutcome>().Where(o => Sum(o) > 0).Select(o => string.Create(CultureInfo.InvariantCulture, $"{count(o)} {Word(o)}")));
        context.Report.Add($"{name} damaged at random, and read", $"{progress.Number} in {time.TotalSeconds:0} s: {Words(Sum)}; {supervisor.Lost} processes lost");
        for (var kind = 0; kind < fuzz.Kinds.Count; kind++) context.Report.Add($"{name}: {fuzz.Kinds[kind]}", $"{Words(o => progress.Count(kind, o))}");
        context.Report.Add($"{name}: most memory and time a file took", $"{DiskSpace.Size(supervisor.PeakMemory)}; {progress.Slowest.TotalSeconds:0.00} s");
    }

    private static string Word(FuzzOutcome outcome) => outcome switch
    {
        FuzzOutcome.Refused => "refused",
        FuzzOutcome.Taken => "taken",
        FuzzOutcome.TakenAltered => "taken with forged reasons",
        FuzzOutcome.RowsRefused => "taken, rows refused",
        _ => "built again",
    };
}
