using MathSymbols.Data;
using MathSymbols.Evaluation;
using MathSymbols.Evaluation.Calibration;
using MathSymbols.Evaluation.Selective;
using MathSymbols.Runtime;
using MathSymbols.Training.Augmentation;
using static TorchSharp.torch;

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
        var predictions = Predict(network, new PixelLoader(data.Pixels, data.Images, data.ValidationIndices(), BatchSize, device: data.Device), augmentation, cancellation);
        var temperature = Math.Clamp(TemperatureScaling.Fit(predictions).Temperature, ClassifierCalibration.LeastTemperature, ClassifierCalibration.HighestTemperature);
        var chosen = ConfidenceThreshold.Choose(predictions.ConvertAll<IPrediction>(new TemperatureScaling(temperature).Apply));
        return new(temperature, chosen.Threshold) { Bound = chosen.Bound };
    }

    private static List<IPrediction> Predict(ClassifierNetwork network, BatchLoader validation, IAugmentation augmentation, CancellationToken cancellation)
    {
        var predictions = new List<IPrediction>();
        using var noGradient = no_grad();
        TorchRuntime.Seed(Seed);
        foreach (var batch in validation.Epoch(cancellation: cancellation))
        {
            using var owned = batch;
            using var scope = NewDisposeScope();
            var probabilities = nn.functional.softmax(network.Logits(augmentation.Apply(batch.Images)), 1).cpu().data<float>().ToArray();
            var labels = batch.Labels.cpu().data<long>().ToArray();
            predictions.AddRange(probabilities.Chunk(probabilities.Length / batch.Count).Select((p, i) => new PredictedImage(batch.Indices[i], (int)labels[i], p)));
        }

        return predictions;
    }
}
