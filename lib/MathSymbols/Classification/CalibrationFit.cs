using MathSymbols.Data;
using MathSymbols.Evaluation;
using MathSymbols.Evaluation.Calibration;
using MathSymbols.Evaluation.Selective;
using MathSymbols.Runtime;
using MathSymbols.Training.Augmentation;
using static TorchSharp.torch;

namespace MathSymbols.Classification;

/// <summary>
/// Calibrates a network on validation images that were changed as training images are. On the images as they stand it is nearly always right, and would learn to be sure of itself; other people's writing differs from
/// them more than they do from each other, and what it says of that is what counts.
/// </summary>
internal static class CalibrationFit
{
    // Copies of each validation image.
    private const int Copies = 4;

    /// <summary>Temperature and threshold; see <see cref="TemperatureScaling"/> and <see cref="ConfidenceThreshold"/>.</summary>
    /// <param name="network">The network.</param>
    /// <param name="validation">Images that it has not learned from.</param>
    /// <param name="augmentation">How they are changed.</param>
    /// <param name="cancellation">Ends it before the next batch.</param>
    public static ClassifierCalibration Of(ClassifierNetwork network, BatchLoader validation, IAugmentation augmentation, CancellationToken cancellation)
    {
        var predictions = new List<IPrediction>();
        using var noGradient = no_grad();
        for (var copy = 1; copy <= Copies; copy++)
        {
            TorchRuntime.Seed(copy);
            foreach (var batch in validation.Epoch(cancellation: cancellation))
            {
                using var owned = batch;
                using var scope = NewDisposeScope();
                var probabilities = nn.functional.softmax(network.Logits(augmentation.Apply(batch.Images)), 1).cpu().data<float>().ToArray();
                var labels = batch.Labels.cpu().data<long>().ToArray();
                predictions.AddRange(probabilities.Chunk(probabilities.Length / batch.Count).Select((p, i) => new PredictedImage(batch.Indices[i], (int)labels[i], p)));
            }
        }

        var scaling = TemperatureScaling.Fit(predictions);
        var temperature = Math.Clamp(scaling.Temperature, ClassifierCalibration.LeastTemperature, ClassifierCalibration.HighestTemperature);
        var scaled = predictions.ConvertAll<IPrediction>(new TemperatureScaling(temperature).Apply);
        return new(temperature, ConfidenceThreshold.Choose(scaled).Threshold);
    }
}
