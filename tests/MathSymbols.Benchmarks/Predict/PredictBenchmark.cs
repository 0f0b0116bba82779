using System.Diagnostics;
using MathSymbols.Classification;
using MathSymbols.Data;

namespace MathSymbols.Benchmarks.Predict;

/// <summary>One image after the other, from its file to its label, in a warm process: SymbolNet beside the head on VGG19.</summary>
internal static class PredictBenchmark
{
    private const int SymbolNetImages = 300;
    private const int Vgg19Images = 20;

    // How often each image is read before it is timed: by then the runtime has compiled for good what is called often.
    private const int WarmRounds = 3;

    public static void Run(BenchmarkContext context)
    {
        var (settings, report) = (context.Settings, context.Report);
        using var small = SymbolClassifier.Load(
            SavedClassifier.Find(SavedClassifier.SymbolNetName) ?? throw new InvalidOperationException($"There is no models/{SavedClassifier.SymbolNetName} around this program."), settings, context.Device, cancellation: context.Cancellation);
        var ours = Times(image => small.Predict([image], cancellation: context.Cancellation)[0].Label, context, SymbolNetImages);
        report.Add($"SymbolNet, file to label, {context.Device.Threads} thread(s)", $"{Text(ours)}");
        report.Add("SymbolNet, both looks", $"{Text(Times(image => small.Read([image], context.Cancellation)[0].Label, context, SymbolNetImages))}");
        using var large = SymbolClassifier.LoadCommitted(settings, context.Device, out var reason, context.Cancellation);
        if (large is null)
        {
            report.Add("The head on VGG19", $"{reason}");
            return;
        }

        var theirs = Times(image => large.Predict([image], cancellation: context.Cancellation)[0].Label, context, Vgg19Images);
        report.Add("The head on VGG19, the same way", $"{Text(theirs)}; {theirs.Median() / ours.Median():0} × as long");
    }

    private static string Text(double[] times) => $"{times.Median():0.00} ms an image (median of {times.Length}; 95 % within {times.Order().ElementAt((int)(0.95 * (times.Length - 1))):0.00} ms)";

    // Evenly over the folder, so that every class and every kind of file is there.
    private static double[] Times(Func<PixelImage, string> label, BenchmarkContext context, int count)
    {
        var images = context.Images;
        string[] paths = [.. EvenlySpaced.Of(images.Files, count).Select(images.FullPath)];
        foreach (var path in Enumerable.Repeat(paths, WarmRounds).SelectMany(p => p)) label(ImageDecoder.Decode(path));
        return [.. paths.Select(path =>
        {
            context.Cancellation.ThrowIfCancellationRequested();
            var start = Stopwatch.GetTimestamp();
            label(ImageDecoder.Decode(path));
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        })];
    }
}
