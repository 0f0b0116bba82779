using MathSymbols.Models;
using MathSymbols.Runtime;

namespace MathSymbols.Training;

/// <summary>How much of AlexNet's training a profile does.</summary>
/// <param name="Epochs">Epochs, at least 1.</param>
/// <param name="TrainImages">Training images at most.</param>
/// <param name="ValidationImages">Validation images at most.</param>
/// <param name="BatchSize">Images a batch.</param>
/// <param name="BatchNormMomentum">The share of its running statistics that batch normalization keeps at each step.</param>
/// <param name="ProbeImages">Training images over which a <see cref="BatchNormProbe"/> gathers statistics, at most.</param>
/// <param name="Size">Height and width of the images in pixels.</param>
public sealed record AlexNetPlan(int Epochs, int TrainImages, int ValidationImages, int BatchSize, double BatchNormMomentum, int ProbeImages, int Size)
{
    // At Keras' 0.99 a quick run's running statistics lag so far behind its weights that validation says nothing: 4 epochs of 1,140 images in batches of 16 ended at 84 % of the
    // training and 6 % of the validation images (tanh, 0.0001), or 62 % and 24 % (relu, 0.001).
    private const double QuickMomentum = 0.9;
    private const int QuickBatch = 16;
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
        var plan = settings.Profile == Profile.Full
            ? new AlexNetPlan(100, int.MaxValue, int.MaxValue, ReportBatch, KerasDefaults.BatchNormMomentum, ProbeImages: 1_024, Size: 224)
            : new AlexNetPlan(4, QuickImages, QuickImages / TrainPerValidation, QuickBatch, QuickMomentum, ProbeImages: 256, Size: 224);
        if (settings.TrainImages > 0) plan = plan with { TrainImages = settings.TrainImages, ValidationImages = Math.Max(1, settings.TrainImages / TrainPerValidation) };
        if (settings.Epochs > 0) plan = plan with { Epochs = settings.Epochs };
        return plan with { BatchSize = settings.BatchSizeOr(plan.BatchSize) };
    }
}
