using MathSymbols.Benchmarks.Data;
using MathSymbols.Data;
using MathSymbols.Models;
using MathSymbols.Training;
using TorchSharp;

namespace MathSymbols.Benchmarks.Training;

/// <summary>AlexNet's training step, and beside it, in turn: the same steps through Trainer.Fit, the machine's matrix product, and PyTorch.</summary>
internal static class TrainingBenchmark
{
    private const int BatchSize = 64;

    public static void Run(BenchmarkContext context)
    {
        var (images, device, classes) = (context.Images, context.Device, context.Images.ClassNames.Count);
        using var store = PixelStore.Open(images, PixelStoreBenchmark.Size, context.Work, cancellation: context.Cancellation);
        using var model = new AlexNet(classes, size: PixelStoreBenchmark.Size, device: device);
        using var optimizer = KerasDefaults.Adam(model);
        using var bare = new BareSteps(model, optimizer, BatchSize, classes, device);
        using var product = new MatrixProduct(device);
        using var trainer = new Trainer(model, optimizer);
        var pyTorch = FindPyTorch(context, model, classes);

        // Whole batches only, as in the bare steps.
        var train = new PixelLoader(store, images, [.. Enumerable.Range(0, context.Steps * BatchSize).Select(i => i % images.Count)], BatchSize, context.Settings.Seed, device);
        var validation = new PixelLoader(store, images, [0], 1, device: device);
        var rounds = new List<TrainingRound>();
        for (var round = 0; round < context.Rounds; round++)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            rounds.Add(new(
                bare.Measure(context.Steps),
                trainer.Fit(train, validation, new FitOptions(1), context.Cancellation).Last.ImagesPerSecond,
                product.Measure(),
                pyTorch?.Measure(context.Steps, tuned: false) ?? 0,
                pyTorch?.Measure(context.Steps, tuned: true) ?? 0));
        }

        Report(context, rounds, AlexNetOperations.Of(model), pyTorch?.Name);
    }

    private static PyTorch? FindPyTorch(BenchmarkContext context, AlexNet model, int classes)
    {
        const string What = "The same steps in PyTorch";
        if (context.Python is not { } python)
        {
            context.Report.Add(What, $"not measured: no --python was given");
            return null;
        }

        var pyTorch = new PyTorch(python, model, classes, BatchSize, context.Device.Threads);
        if (pyTorch.WhyNot() is not { } reason) return pyTorch;
        context.Report.Add(What, $"not measured: {reason}");
        return null;
    }

    private static void Report(BenchmarkContext context, List<TrainingRound> rounds, AlexNetOperations operations, string? pyTorch)
    {
        var (report, bare) = (context.Report, rounds.Select(r => r.Bare).Median());
        var ours = $"TorchSharp {typeof(torch).Assembly.GetName().Version!.ToString(3)}, LibTorch {context.Device.LibTorchVersion}";
        report.Add(
            $"AlexNet forward + cross-entropy + backward + Adam, batch {BatchSize} in memory, {PixelStoreBenchmark.Size} px ({ours})",
            $"{bare:0.0} images/s (median of {rounds.Count} rounds of {context.Steps} steps, {rounds.Min(r => r.Bare):0.0} to {rounds.Max(r => r.Bare):0.0}; so below)");
        report.Add(
            "The same steps through Trainer.Fit, fed by BatchLoader",
            $"{rounds.Select(r => r.Fitted).Median():0.0} images/s; the loop costs {100 * rounds.Select(r => r.Bare / r.Fitted - 1).Median():0.0} % (median of the rounds' ratios)");
        var product = rounds.Select(r => r.Product).Median();
        report.Add($"Product of two {MatrixProduct.Edge} × {MatrixProduct.Edge} float32 matrices", $"{product / 1e9:0} GFLOP/s");
        report.Add("AlexNet's operations an image, counted", $"{operations.Forward / 1e9:0.000} GFLOP forward, {operations.Training / 1e9:0.000} GFLOP a training step");
        report.Add(
            "The training step's rate, and its share of the matrix product's",
            $"{bare * operations.Training / 1e9:0} GFLOP/s, {100 * rounds.Select(r => r.Bare * operations.Training / r.Product).Median():0} %");
        if (pyTorch is null) return;
        AddPyTorch("as it comes", r => r.PyTorch);
        AddPyTorch("with our allocator's settings", r => r.PyTorchTuned);

        void AddPyTorch(string how, Func<TrainingRound, double> rate) => report.Add(
            $"The same steps in {pyTorch}, {how}",
            $"{rounds.Select(rate).Median():0.0} images/s; ours over it {rounds.Select(r => r.Bare / rate(r)).Median():0.00} ×");
    }
}
