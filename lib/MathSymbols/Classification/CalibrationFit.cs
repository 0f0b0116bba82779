using MathSymbols.Data;
using MathSymbols.Evaluation;
using MathSymbols.Evaluation.Calibration;
using MathSymbols.Evaluation.Selective;
using MathSymbols.Runtime;
using MathSymbols.Training.Augmentation;

namespace MathSymbols.Classification;

/// <summary>
/// Calibrates a network on validation images that were changed as training images are, each once. On the images as they stand it is nearly always right, and would learn to be sure of itself; other people's writing differs
/// from them more than they do from each other, and what it says of that is what counts.
/// </summary>
internal static class CalibrationFit
{
    private const int BatchSize = 64;
    private const int Seed = 1;

    /// <summary>Temperature and threshold; see <see cref="TemperatureScaling"/> and <see cref="ConfidenceThreshold"/>. Seeds torch's generator.</summary>
    /// <param name="network">The network.</param>
    /// <param name="data">The images; it must not have learned from those for validation.</param>
    /// <param name="augmentation">How they are changed.</param>
    /// <param name="cancellation">Ends it before the next batch.</param>
    public static ClassifierCalibration Of(ClassifierNetwork network, Dataset data, IAugmentation augmentation, CancellationToken cancellation)
    {
        var validation = new PixelLoader(data.Pixels, data.Images, data.ValidationIndices(), BatchSize, device: data.Device);
        TorchRuntime.Seed(Seed);
        var predictions = Evaluator.Predict(images => network.Logits(augmentation.Apply(images)), validation, cancellation).Images;
        var temperature = Math.Clamp(TemperatureScaling.Fit(predictions).Temperature, ClassifierCalibration.LeastTemperature, ClassifierCalibration.HighestTemperature);
        var chosen = ConfidenceThreshold.Choose([.. predictions.Select(new TemperatureScaling(temperature).Apply)]);
        return new(temperature, chosen.Threshold) { Bound = chosen.Bound };
    }
}
