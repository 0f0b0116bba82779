using MathSymbols.Benchmarks.Data;
using MathSymbols.Benchmarks.Fuzz;
using MathSymbols.Benchmarks.Kills;
using MathSymbols.Benchmarks.Predict;
using MathSymbols.Benchmarks.Runner;
using MathSymbols.Benchmarks.Training;
using MathSymbols.Benchmarks.Vgg19;

namespace MathSymbols.Benchmarks;

/// <summary>A part of the benchmarks that can be run alone: a command, and a section of RESULTS.md.</summary>
/// <param name="Name">The command.</param>
/// <param name="Description">What it measures.</param>
/// <param name="Run">Measures it.</param>
internal sealed record BenchmarkPart(string Name, string Description, Action<BenchmarkContext> Run)
{
    public static IReadOnlyList<BenchmarkPart> All { get; } =
    [
        new("data", "The data path beside what it feeds.", context =>
        {
            ResizeBenchmark.Run(context);
            PixelStoreBenchmark.Run(context);
            BatchLoaderBenchmark.Run(context);
        }),
        new("training", "AlexNet's training step beside the training loop, the machine's matrix product and PyTorch.", TrainingBenchmark.Run),
        new("vgg19", "VGG19's frozen base with our convolutions and with LibTorch's, its feature cache, and the head.", Vgg19Benchmark.Run),
        new("predict", "Single images from file to label: SymbolNet beside the head on VGG19.", PredictBenchmark.Run),
        new("runner-overhead", "A notebook in the runner beside the same code as a compiled program.", RunnerOverheadBenchmark.Run),
        new("kill-store", "Builds of a pixel store, killed at random instants.", StoreKillBenchmark.Run),
        new("kill-training", "Trainings of AlexNet, killed at random instants and resumed.", TrainingKillBenchmark.Run),
        new("fuzz-safetensors", "Safetensors files damaged at random, and what the reader says.", SafetensorsFuzzBenchmark.Run),
        new("fuzz-data", "Image files and pixel stores damaged at random, and what becomes of them.", FuzzDataBenchmark.Run),
        new("many-images", "Listing and storing a folder of very many images beside a small one.", ManyImagesBenchmark.Run),
    ];
}
