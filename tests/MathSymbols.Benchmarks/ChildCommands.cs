using System.CommandLine;
using MathSymbols.Benchmarks.Data;
using MathSymbols.Benchmarks.Fuzz;
using MathSymbols.Benchmarks.Fuzz.Images;
using MathSymbols.Benchmarks.Fuzz.Stores;
using MathSymbols.Benchmarks.Kills;
using MathSymbols.Data;
using MathSymbols.Storage;

namespace MathSymbols.Benchmarks;

/// <summary>Hidden commands: the processes that are there to be killed, to die, or to be watched.</summary>
internal static class ChildCommands
{
    public const string BuildStore = "build-store";
    public const string TrainSmall = "train-small";
    public const string FuzzImages = "fuzz-images";
    public const string FuzzStores = "fuzz-stores";
    public const string FetchFile = "fetch-file";
    public const string StoreMany = "store-many";

    public static IEnumerable<Command> Create() =>
        [CreateBuildStore(), CreateTrainSmall(), CreateFuzz(FuzzImages, (seeds, folder) => new ImageFuzz(seeds, folder)), CreateFuzz(FuzzStores, (_, folder) => new StoreFuzz(folder)), CreateStoreMany(), CreateFetchFile()];

    private static Command CreateBuildStore()
    {
        var images = new Argument<string>("images");
        var work = new Argument<string>("work");
        var command = new Command(BuildStore) { images, work };
        command.Hidden = true;
        command.SetAction(result =>
        {
            using var store = PixelStore.Open(ImageFolder.Open(result.GetValue(images)!), StoreKillBenchmark.Size, new WorkFolder(result.GetValue(work)!));
            return 0;
        });
        return command;
    }

    private static Command CreateTrainSmall()
    {
        var folder = new Argument<string>("folder");
        var images = new Argument<string>("images");
        var work = new Argument<string>("work");
        var model = new Argument<SmallModel>("model");
        var epochs = new Argument<int>("epochs");
        var command = new Command(TrainSmall) { folder, images, work, model, epochs };
        command.Hidden = true;
        command.SetAction(result =>
        {
            new SmallTraining(result.GetValue(images)!, result.GetValue(work)!, result.GetValue(model), result.GetValue(epochs)).Run(result.GetValue(folder)!);
            return 0;
        });
        return command;
    }

    private static Command CreateFuzz(string name, Func<string, string, IDataFuzz> create)
    {
        var seeds = new Argument<string>("seeds");
        var folder = new Argument<string>("folder");
        var progress = new Argument<string>("progress");
        var seconds = new Argument<double>("seconds");
        var command = new Command(name) { seeds, folder, progress, seconds };
        command.Hidden = true;
        command.SetAction(result =>
        {
            var fuzz = create(result.GetValue(seeds)!, result.GetValue(folder)!);
            using var counts = new FuzzProgress(result.GetValue(progress)!, fuzz.Kinds.Count);
            FuzzChild.Run(fuzz, counts, TimeSpan.FromSeconds(result.GetValue(seconds)));
            return 0;
        });
        return command;
    }

    private static Command CreateStoreMany()
    {
        var images = new Argument<string>("images");
        var work = new Argument<string>("work");
        var command = new Command(StoreMany) { images, work };
        command.Hidden = true;
        command.SetAction(result =>
        {
            StoringChild.Run(result.GetValue(images)!, new WorkFolder(result.GetValue(work)!));
            return 0;
        });
        return command;
    }

    private static Command CreateFetchFile()
    {
        var source = new Argument<string>("source");
        var target = new Argument<string>("target");
        var command = new Command(FetchFile) { source, target };
        command.Hidden = true;
        command.SetAction((result, cancellation) =>
        {
            Download.Run(new(new(result.GetValue(source)!), result.GetValue(target)!, long.MaxValue) { PlainLoopback = true }, progress: null, cancellation);
            return Task.FromResult(0);
        });
        return command;
    }
}
