using MathSymbols.Storage;

namespace MathSymbols.Benchmarks.Data;

/// <summary>Whether memory and pace stay the same when a folder has very many images: hard links to the real ones.</summary>
internal static class ManyImagesBenchmark
{
    public static void Run(BenchmarkContext context)
    {
        DiskSpace.Require(context.Work, (long)context.Many * StoringChild.Size * StoringChild.Size * 3, $"Storing {context.Many} images at {StoringChild.Size} px");
        var (small, many) = (Path.Combine(context.Temporary, "small"), Path.Combine(context.Temporary, "many"));
        var copies = context.Images.Files.Select(f => (Class: context.Images.ClassNames[f.Label], f.Name, Path: context.Images.FullPath(f))).ToArray();
        foreach (var name in context.Images.ClassNames)
        {
            Directory.CreateDirectory(Path.Combine(small, name));
            Directory.CreateDirectory(Path.Combine(many, name));
        }

        foreach (var (label, name, path) in copies) File.Copy(path, Path.Combine(small, label, name));
        for (var i = 0; i < context.Many; i++)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            var (label, name, _) = copies[i % copies.Length];
            HardLink.Create(Path.Combine(many, label, $"{i / copies.Length:000}-{name}"), Path.Combine(small, label, name));
        }

        // One before and one after, for the machine may have become slower or faster.
        var before = Store(small, copies.Length);
        var large = Store(many, context.Many);
        var after = Store(small, copies.Length);
        Tell(context, $"{copies.Length} images", before);
        Tell(context, $"{context.Many} images, hard links to these", large);
        Tell(context, $"{copies.Length} images again", after);
        var (rate, rows) = (2 * large.Rate / (before.Rate + after.Rate), 2 * large.RateOfRows / (before.RateOfRows + after.RateOfRows));
        var more = large.Peak - Math.Max(before.Peak, after.Peak);
        context.Report.Add(
            $"{context.Many} images over {copies.Length} images",
            $"{rate:0.00} × the pace, rows alone {rows:0.00} ×; private memory {DiskSpace.Size(large.Peak)} at most, {(double)more / (context.Many - copies.Length):0} bytes more for each image more");

        StoringRun Store(string folder, int images)
        {
            var work = Path.Combine(context.Temporary, "many-work");
            var run = StoringRun.Of(folder, images, work, context.Cancellation);
            Directory.Delete(work, recursive: true);
            return run;
        }
    }

    private static void Tell(BenchmarkContext context, string what, StoringRun run)
    {
        context.Report.Add($"{what}: store at {StoringChild.Size} px, fingerprint and flush to disk included; rows alone", $"{run.Rate:0} images/s; {run.RateOfRows:0} images/s");
        for (var i = 0; i < run.Stages.Count; i++)
        {
            var stage = run.Stages[i];
            context.Report.Add($"{what}: {StoringChild.Stages[i]}", $"{stage.Seconds:0.00} s, private memory at most {DiskSpace.Size(stage.Peak)}, managed at the end {DiskSpace.Size(stage.Managed)}");
        }
    }
}
