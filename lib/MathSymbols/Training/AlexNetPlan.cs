using MathSymbols.Runtime;

namespace MathSymbols.Training;

/// <summary>How much of AlexNet's training a profile does.</summary>
/// <param name="Epochs">Epochs, at least 1.</param>
/// <param name="TrainImages">Training images at most.</param>
/// <param name="ValidationImages">Validation images at most.</param>
/// <param name="BatchSize">Images a batch.</param>
/// <param name="ProbeImages">Training images over which a <see cref="BatchNormProbe"/> gathers statistics, at most.</param>
/// <param name="Size">Height and width of the images in pixels.</param>
public sealed record AlexNetPlan(int Epochs, int TrainImages, int ValidationImages, int BatchSize, int ProbeImages, int Size)
{
    // Batch normalization gathers its statistics at 1 % a step. With few images only small batches make enough steps for them to settle: with 4 epochs of 1,140 images in
    // batches of 16 the validation accuracy ended at 24 % (relu, 0.001) and 6 % (tanh, 0.0001), in batches of 8 at 49 % and 57 %.
    private const int QuickBatch = 8;
    private const int QuickImages = 912;
    private const int ReportBatch = 64;

    // A third of what is trained on, as the report's split has it: 2,263 of 6,790.
    private const int TrainPerValidation = 3;

    /// <summary>The report's early stopping, which does not restore the best weights.</summary>
    public static EarlyStopping EarlyStopping { get; } = new(EpochMetric.ValidationLoss, Patience: 5);

    /// <summary>The profile's plan, with the settings' own numbers where they give some.</summary>
    /// <param name="settings">Profile, epochs and number of training images.</param>
    public static AlexNetPlan For(Settings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var (epochs, images, batch) = settings.Profile == Profile.Full ? (100, int.MaxValue, ReportBatch) : (4, QuickImages, QuickBatch);
        if (settings.Epochs > 0) epochs = settings.Epochs;
        if (settings.TrainImages > 0) images = settings.TrainImages;
        return new(epochs, images, images == int.MaxValue ? images : Math.Max(1, images / TrainPerValidation), settings.BatchSizeOr(batch), settings.Profile == Profile.Full ? 1_024 : 256, Size: 224);
    }
}
