using MathSymbols.Data;
using MathSymbols.Models;
using MathSymbols.Runtime;
using MathSymbols.Storage;
using MathSymbols.Training;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace MathSymbols.Benchmarks.Kills;

/// <summary>A training of a few dozen images with everything that must outlive a kill: dropout, batch statistics, Adam, early stopping, the best weights.</summary>
/// <param name="Images">The folder of images: every second one is trained on, the others validate.</param>
/// <param name="Work">The work folder that holds their pixels.</param>
/// <param name="Model">What is trained.</param>
/// <param name="Epochs">Epochs at most.</param>
internal sealed record SmallTraining(string Images, string Work, SmallModel Model, int Epochs)
{
    /// <summary>The line that is printed when training is about to begin.</summary>
    public const string Ready = "ready";

    /// <summary>The line that is printed when it has ended.</summary>
    public const string Trained = "trained";

    private const int Seed = 1001;
    private const int Patience = 4;

    private int Size => Model == SmallModel.AlexNet ? 224 : 32;

    /// <summary>Where a run in a folder keeps its checkpoints.</summary>
    public static CheckpointFolder Checkpoints(string folder) => new(Path.Combine(folder, "checkpoints"), new Dictionary<string, string> { ["training"] = "small" });

    /// <summary>The weights with which a run in a folder has ended. Not among the checkpoints, where kills are counted.</summary>
    public static string FinalWeights(string folder) => Path.Combine(folder, "final.safetensors");

    /// <summary>What makes the program do <see cref="Run"/>.</summary>
    public IEnumerable<string> Arguments(string folder) => [ChildCommands.TrainSmall, folder, Images, Work, Model.ToString(), Epochs.ToString(System.Globalization.CultureInfo.InvariantCulture)];

    /// <summary>Trains, or goes on after the last checkpoint, and writes the final weights.</summary>
    public void Run(string folder)
    {
        TorchRuntime.Start(Settings.FromEnvironment() with { Seed = Seed });
        Console.WriteLine(Ready);
        var images = ImageFolder.Open(Images);
        using var store = PixelStore.Open(images, Size, new WorkFolder(Work));
        using var model = Build(images.ClassNames.Count);
        using var optimizer = KerasDefaults.Adam(model);
        using var trainer = new Trainer(model, optimizer);
        trainer.Fit(Loader(0, Seed), Loader(1, null), new FitOptions(Epochs)
        {
            Seed = Seed,

            // It nearly always improves, so nearly every epoch replaces the best weights as well as the checkpoint.
            EarlyStopping = new(EpochMetric.Loss, Patience, RestoreBest: true),
            Checkpoints = Checkpoints(folder),
        });
        Console.WriteLine(Trained);
        WeightsFile.Write(FinalWeights(folder), model);

        PixelLoader Loader(int offset, int? seed) => new(store, images, [.. Enumerable.Range(0, images.Count).Where(i => i % 2 == offset)], batchSize: 8, seed);
    }

    private Module<Tensor, Tensor> Build(int classes)
    {
        if (Model == SmallModel.AlexNet) return new AlexNet(classes, size: Size);
        var model = Sequential(
            Conv2d(3, 16, 3), ReLU(), MaxPool2d(2, 2), KerasDefaults.BatchNorm(16),
            Flatten(), Dropout(0.5), Linear(16 * 15 * 15, 512), ReLU(), Linear(512, classes));
        KerasDefaults.Initialize(model);
        return model;
    }
}
