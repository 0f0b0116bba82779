using System.CommandLine;
using MathSymbols.Benchmarks.Kills;
using MathSymbols.Data;
using MathSymbols.Storage;

namespace MathSymbols.Benchmarks;

/// <summary>Hidden commands: the processes that are there to be killed.</summary>
internal static class ChildCommands
{
    public const string BuildStore = "build-store";
    public const string TrainSmall = "train-small";
    public const string FetchFile = "fetch-file";

    public static IEnumerable<Command> Create() => [CreateBuildStore(), CreateTrainSmall(), CreateFetchFile()];

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
