using MathSymbols.Runtime;

namespace MathSymbols.Training;

/// <summary>How many images a plan takes.</summary>
internal static class PlanImages
{
    /// <summary>Training images for each validation image, as the report's split has them: 6,790 for 2,263.</summary>
    public const int TrainPerValidation = 3;

    /// <summary>The settings' number where they give one, with its share for validation; otherwise the plan's own.</summary>
    public static (int Train, int Validation) Of(Settings settings, int train, int validation) =>
        settings.TrainImages > 0 ? (settings.TrainImages, Math.Max(1, settings.TrainImages / TrainPerValidation)) : (train, validation);
}
