using System.Diagnostics;
using MathSymbols.Benchmarks.Training;
using MathSymbols.Models;
using static TorchSharp.torch;

namespace MathSymbols.Benchmarks.Vgg19;

/// <summary>The frozen base with our convolutions beside LibTorch's, and beside the machine's own matrix product.</summary>
internal static class ForwardBenchmark
{
    private const int BatchSize = 32;
    private const int Size = 224;

    public static void Run(BenchmarkContext context, Vgg19Weights weights)
    {
        using var ours = new Vgg19Base(weights, device: context.Device);
        using var plain = new Vgg19Base(weights, device: context.Device, plain: true);
        using var product = new MatrixProduct(context.Device);
        using var images = rand([BatchSize, 3, Size, Size], device: context.Device.ToTorch());
        var cosine = Compare(ours, plain, images);
        var rounds = new List<(double Ours, double Plain, double Product)>();
        for (var round = 0; round < context.Rounds; round++)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            rounds.Add((Rate(ours, images), Rate(plain, images), product.Measure()));
        }

        var (report, rate, operations) = (context.Report, rounds.Select(r => r.Ours).Median(), Vgg19Operations.Of(Size));
        report.Add($"VGG19's frozen base, batch {BatchSize}, {Size} px ({weights.Source}): our convolutions{(ours.Fast ? "" : " (not used here)")}", $"{rate:0.0} images/s (median of {rounds.Count} rounds, {rounds.Min(r => r.Ours):0.0} to {rounds.Max(r => r.Ours):0.0})");
        report.Add("The same with LibTorch's convolutions", $"{rounds.Select(r => r.Plain).Median():0.0} images/s; ours over it {rounds.Select(r => r.Ours / r.Plain).Median():0.00} × (median of the rounds' ratios, {rounds.Min(r => r.Ours / r.Plain):0.00} to {rounds.Max(r => r.Ours / r.Plain):0.00})");
        report.Add($"Features of both, smallest cosine of {BatchSize} images", $"{cosine:0.0000000}");
        report.Add($"Product of two {MatrixProduct.Edge} × {MatrixProduct.Edge} float32 matrices", $"{rounds.Select(r => r.Product).Median() / 1e9:0} GFLOP/s");
        report.Add(
            $"Rate of the forward pass at {operations / 1e9:0.0} GFLOP an image, counted as plain sums, and its share of the matrix product's",
            $"ours {rate * operations / 1e9:0} GFLOP/s, {100 * rounds.Select(r => r.Ours * operations / r.Product).Median():0} %; LibTorch's {rounds.Select(r => r.Plain * operations).Median() / 1e9:0} GFLOP/s, {100 * rounds.Select(r => r.Plain * operations / r.Product).Median():0} %");
    }

    // Also the warm-up of both.
    private static double Compare(Vgg19Base ours, Vgg19Base plain, Tensor images)
    {
        using var scope = NewDisposeScope();
        return nn.functional.cosine_similarity(ours.forward(images).flatten(1).to(float64), plain.forward(images).flatten(1).to(float64), 1).min().item<double>();
    }

    private static double Rate(Vgg19Base network, Tensor images)
    {
        var watch = Stopwatch.StartNew();
        using var maps = network.forward(images);

        // Reading one element waits for the device.
        using var corner = maps[0, 0, 0, 0];
        corner.item<float>();
        return images.shape[0] / watch.Elapsed.TotalSeconds;
    }
}
