using System.Security.Cryptography;
using System.Text;
using MathSymbols.Data;
using MathSymbols.Models;
using MathSymbols.Runtime;

namespace MathSymbols.Tuning;

/// <summary>What a profile searches for AlexNet, and how widely.</summary>
/// <param name="Space">The configurations.</param>
/// <param name="MaxEpochs">Epochs of a model that is never dropped.</param>
/// <param name="Factor">How many times fewer models go on to the next round.</param>
/// <param name="TrainImages">Training images at most.</param>
/// <param name="ValidationImages">Validation images at most.</param>
public sealed record AlexNetSearch(SearchSpace Space, int MaxEpochs, int Factor, int TrainImages, int ValidationImages)
{
    /// <summary>The hyper-parameter for the dense layers' activation.</summary>
    public const string Activation = "activation";

    private const int QuickTrain = 304;
    private const int QuickValidation = 152;

    /// <summary>The hyper-parameter for Adam's learning rate.</summary>
    public const string LearningRate = "learning_rate";

    /// <summary>
    /// The profile's search. The full one is the report's: 8 configurations, Hyperband for 100 epochs with factor 3, whose widest round gives each 2 epochs.
    /// The quick one has 4 configurations and 9 epochs, whose widest round gives each 1.
    /// </summary>
    /// <param name="settings">Profile and number of training images.</param>
    public static AlexNetSearch For(Settings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var space = new SearchSpace().Choice(Activation, "relu", "tanh");
        var (train, validation) = settings.TrainImages > 0 ? (settings.TrainImages, Math.Max(1, settings.TrainImages / 3)) : (QuickTrain, QuickValidation);
        if (settings.Profile == Profile.Quick)
            return new(space.Choice(LearningRate, 1e-3, 1e-4), 9, 3, train, validation);
        if (settings.TrainImages == 0) (train, validation) = (int.MaxValue, int.MaxValue);
        return new(space.Choice(LearningRate, 1e-2, 1e-3, 1e-4, 1e-5), 100, 3, train, validation);
    }

    /// <summary>The folder of the search that the settings ask for, in the work folder; other data, settings or profiles have others.</summary>
    /// <param name="settings">Profile, seed, work folder and so on.</param>
    /// <param name="data">The images.</param>
    /// <param name="name">What the folder's name starts with.</param>
    public static TrialStore Store(Settings settings, Dataset data, string name = "alexnet")
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(data);
        var profile = settings.Profile.Word();
        var key = Encoding.UTF8.GetBytes($"{data.Split.Name}\n{settings.Seed}\n{settings.BatchSize}\n{settings.TrainImages}");
        return new(Path.Combine(settings.WorkFolder.Tuning, $"{name}-{profile}-{data.Pixels.Fingerprint[..12]}-{Convert.ToHexStringLower(SHA256.HashData(key))[..8]}"));
    }

    /// <summary>Builds AlexNet for a configuration, with Adam.</summary>
    /// <param name="values">The configuration.</param>
    /// <param name="classes">How many classes there are.</param>
    /// <param name="size">Height and width of the images in pixels.</param>
    /// <param name="device">Where the weights lie.</param>
    public static CompiledModel Build(HyperParameters values, int classes, int size, TorchDevice device)
    {
        ArgumentNullException.ThrowIfNull(values);
        var model = new AlexNet(classes, Enum.Parse<Activation>(values.Get<string>(Activation), ignoreCase: true), size, device);
        return new(model, KerasDefaults.Adam(model, values.Get<double>(LearningRate)));
    }
}
