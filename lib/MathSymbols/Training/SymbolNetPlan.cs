using MathSymbols.Models;
using MathSymbols.Runtime;
using MathSymbols.Training.Augmentation;
using static TorchSharp.torch;

namespace MathSymbols.Training;

/// <summary>How SymbolNet is trained, and how much of it a profile does. All of it was chosen on the validation images.</summary>
/// <param name="Epochs">Epochs, at least 1.</param>
/// <param name="TrainImages">Training images at most.</param>
/// <param name="ValidationImages">Validation images at most.</param>
/// <param name="BatchSize">Images a batch.</param>
public sealed record SymbolNetPlan(int Epochs, int TrainImages, int ValidationImages, int BatchSize)
{
    /// <summary>The learning rate at its highest.</summary>
    public const double LearningRate = 4e-3;

    /// <summary>The share of the weights that AdamW takes away each step, times the learning rate (Loshchilov and Hutter, ICLR 2019).</summary>
    public const double WeightDecay = 0.02;

    /// <summary>The label smoothing.</summary>
    public const double LabelSmoothing = 0.05;

    private const int QuickImages = 1_824;

    /// <summary>How the learning rate changes.</summary>
    public static ILearningRateSchedule Schedule { get; } = new OneCycle(LearningRate);

    /// <summary>How training images are changed.</summary>
    public static IAugmentation Augmentation { get; } = new HandwritingAugmentation();

    /// <summary>The optimizer.</summary>
    /// <param name="model">The model that it moves.</param>
    public static optim.Optimizer Optimizer(SymbolNet model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return optim.AdamW(model.parameters(), LearningRate, weight_decay: WeightDecay);
    }

    /// <summary>The options of <see cref="Trainer.Fit"/> that make the training what it is.</summary>
    /// <param name="settings">The seed.</param>
    public FitOptions Options(Settings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new(Epochs) { Seed = settings.Seed, Schedule = Schedule, Augmentation = Augmentation, LabelSmoothing = LabelSmoothing, KeepBest = EpochMetric.ValidationLoss };
    }

    /// <summary>The profile's plan, with the settings' own numbers where they give some.</summary>
    /// <param name="settings">Profile, epochs, batch size and number of training images.</param>
    public static SymbolNetPlan For(Settings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var plan = settings.Profile == Profile.Full
            ? new SymbolNetPlan(60, int.MaxValue, int.MaxValue, BatchSize: 64)
            : new SymbolNetPlan(8, QuickImages, QuickImages / PlanImages.TrainPerValidation, BatchSize: 64);
        var (train, validation) = PlanImages.Of(settings, plan.TrainImages, plan.ValidationImages);
        if (settings.Epochs > 0) plan = plan with { Epochs = settings.Epochs };
        return plan with { TrainImages = train, ValidationImages = validation, BatchSize = settings.BatchSizeOr(plan.BatchSize) };
    }
}
