using MathSymbols.Storage;

namespace MathSymbols.Benchmarks.Kills;

/// <summary>Kills trainings of AlexNet, resumes each, and looks whether it ends bit for bit as one never killed.</summary>
internal static class TrainingKillBenchmark
{
    private const int PerClass = 4;
    private const int Epochs = 3;
    private const int Kills = 30;

    // An epoch writes a checkpoint and, when it is the best so far, its weights.
    private const int Writes = 2 * Epochs;

    public static void Run(BenchmarkContext context)
    {
        var images = Path.Combine(context.Temporary, "kill-training-images");
        ImageSample.Copy(context.Images, PerClass, images);
        var child = new TrainingChild(new(images, context.Temporary, SmallModel.AlexNet, Epochs));
        var folder = Path.Combine(context.Temporary, "kill-training");

        // The first run also stores the pixels, so the second tells how long one takes.
        Train();
        var expected = TrainingFingerprint.Of(folder);
        var whole = Train();
        var again = TrainingFingerprint.Of(folder);
        if (again != expected) throw new InvalidOperationException("Two trainings that were not killed differ on this machine: nothing can be said about killed ones.");
        var checkpoint = new DirectoryInfo(SmallTraining.Checkpoints(folder).FolderPath).GetFiles("checkpoint.*").Single().Length;

        var random = new Random(1001);
        var (tally, equal, wanted) = (new KillTally(), 0, context.Kills ?? Kills);
        for (var number = 0; tally.Kills < wanted; number++)
        {
            Directory.Delete(folder, recursive: true);
            var result = child.Kill(folder, KillInstant.Draw(number, random, whole, Writes), context.Cancellation);
            if (!result.Hit) continue;
            tally.Add(result);
            File.Delete(SmallTraining.FinalWeights(folder));
            child.RunToEnd(folder, context.Cancellation);
            if (TrainingFingerprint.Of(folder) == expected) equal++;
            Console.WriteLine($"  {tally}, {equal} equal");
        }

        Directory.Delete(folder, recursive: true);
        context.Report.Add(
            $"AlexNet, {Epochs} epochs of a few dozen images, {whole.TotalSeconds.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture)} s, checkpoints of {DiskSpace.Size(checkpoint)}: killed by SIGKILL and resumed to the end",
            $"{tally.ToString()}; {equal} ended with the weights, moments and curves of a run never killed, bit for bit");

        TimeSpan Train()
        {
            if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
            return child.RunToEnd(folder, context.Cancellation);
        }
    }
}
