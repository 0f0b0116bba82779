using MathSymbols.Runtime;

namespace MathSymbols.Training;

/// <summary>How much of the VGG19 head's training a profile does.</summary>
/// <param name="Epochs">Epochs, at least 1.</param>
/// <param name="TrainImages">Training images at most.</param>
/// <param name="ValidationImages">Validation images at most.</param>
/// <param name="BatchSize">Images a batch.</param>
/// <param name="Size">Height and width of the images in pixels.</param>
public sealed record Vgg19Plan(int Epochs, int TrainImages, int ValidationImages, int BatchSize, int Size)
{
    // On cached features an epoch costs next to nothing, so only images and their pixels are fewer.
    private const int QuickImages = 912;
    private const int QuickSize = 96;

    /// <summary>The early stopping that the report builds and does not pass: on the validation loss, with a patience of 2.</summary>
    public static EarlyStopping EarlyStopping { get; } = new(EpochMetric.ValidationLoss, Patience: 2);

    /// <summary>The profile's plan, with the settings' own numbers where they give some.</summary>
    /// <param name="settings">Profile, epochs, batch size and number of training images.</param>
    public static Vgg19Plan For(Settings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var plan = settings.Profile == Profile.Full
            ? new Vgg19Plan(20, int.MaxValue, int.MaxValue, BatchSize: 64, Size: 224)
            : new Vgg19Plan(20, QuickImages, QuickImages / PlanImages.TrainPerValidation, BatchSize: 64, QuickSize);
        var (train, validation) = PlanImages.Of(settings, plan.TrainImages, plan.ValidationImages);
        if (settings.Epochs > 0) plan = plan with { Epochs = settings.Epochs };
        return plan with { TrainImages = train, ValidationImages = validation, BatchSize = settings.BatchSizeOr(plan.BatchSize) };
    }
}
