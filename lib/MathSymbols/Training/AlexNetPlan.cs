using MathSymbols.Data;
using MathSymbols.Runtime;

namespace MathSymbols.Training;

/// <summary>How much of AlexNet's training a profile does.</summary>
/// <param name="Epochs">Epochs, at least 1.</param>
/// <param name="TrainImages">Training images at most.</param>
/// <param name="ValidationImages">Validation images at most.</param>
/// <param name="BatchSize">Images a batch.</param>
/// <param name="SettleImages">Training images over which batch normalization's statistics are gathered before validation; 0 to validate with running ones, as Keras does.</param>
/// <param name="ProbeImages">Training images over which a <see cref="BatchNormProbe"/> gathers statistics, at most.</param>
/// <param name="Size">Height and width of the images in pixels.</param>
public sealed record AlexNetPlan(int Epochs, int TrainImages, int ValidationImages, int BatchSize, int SettleImages, int ProbeImages, int Size)
{
    private const int QuickBatch = 16;
    private const int QuickImages = 912;

    // A quick run has so few steps that running statistics lag far behind its weights: tanh with 0.0001 ended at 84 % of the training images and, measured with them, at 6 % of the
    // validation images.
    private const int QuickSettle = 256;
    private const int ReportBatch = 64;

    /// <summary>The report's early stopping, which does not restore the best weights.</summary>
    public static EarlyStopping EarlyStopping { get; } = new(EpochMetric.ValidationLoss, Patience: 5);

    /// <summary>The images for <see cref="FitOptions.SettleOn"/>; null where the plan has none.</summary>
    /// <param name="data">The images.</param>
    public BatchLoader? SettleOn(Dataset data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return SettleImages > 0 ? data.TrainSample(SettleImages) : null;
    }

    /// <summary>The profile's plan, with the settings' own numbers where they give some.</summary>
    /// <param name="settings">Profile, epochs and number of training images.</param>
    public static AlexNetPlan For(Settings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var plan = settings.Profile == Profile.Full
            ? new AlexNetPlan(100, int.MaxValue, int.MaxValue, ReportBatch, SettleImages: 0, ProbeImages: 1_024, Size: 224)
            : new AlexNetPlan(3, QuickImages, QuickImages / PlanImages.TrainPerValidation, QuickBatch, QuickSettle, ProbeImages: QuickSettle, Size: 224);
        var (train, validation) = PlanImages.Of(settings, plan.TrainImages, plan.ValidationImages);
        if (settings.Epochs > 0) plan = plan with { Epochs = settings.Epochs };
        return plan with { TrainImages = train, ValidationImages = validation, BatchSize = settings.BatchSizeOr(plan.BatchSize) };
    }
}
