using MathSymbols.Models;

namespace MathSymbols.Benchmarks.Vgg19;

/// <summary>Section IV: the frozen base, its cache and the head.</summary>
internal static class Vgg19Benchmark
{
    public static void Run(BenchmarkContext context)
    {
        using var weights = Vgg19WeightsFile.Find(context.Settings) is { } path ? Vgg19Weights.Read(path, context.Cancellation) : Vgg19Weights.Untrained(1);
        ForwardBenchmark.Run(context, weights);
        CacheBenchmark.Run(context, weights);
        HeadBenchmark.Run(context, weights);
    }
}
