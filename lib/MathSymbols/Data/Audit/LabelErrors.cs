using MathSymbols.Evaluation;

namespace MathSymbols.Data.Audit;

/// <summary>Labels that may be wrong, by confident learning; see <see cref="ConfidentJoint"/>.</summary>
/// <param name="Predicted">How many images have a prediction; the others take no part.</param>
/// <param name="Unpredicted">How many have none.</param>
/// <param name="Joint">Given labels against probable classes.</param>
/// <param name="Candidates">The images off the diagonal of the joint, the most suspicious first.</param>
public sealed record LabelErrors(int Predicted, int Unpredicted, ConfidentJoint Joint, IReadOnlyList<LabelError> Candidates)
{
    /// <summary>How many labels are estimated to be wrong among the images with a prediction. More or fewer than the candidates: images that reach no threshold count here, too.</summary>
    public double Estimated => Joint.ErrorShare * Predicted;

    /// <summary>Of a folder's images.</summary>
    /// <param name="audit">The audit; an image that cannot be used takes no part.</param>
    /// <param name="predictions">One entry an image, one probability a class, from a model that was not trained on that image; null for none.</param>
    public static LabelErrors Of(DatasetAudit audit, IReadOnlyList<IReadOnlyList<float>?> predictions)
    {
        ArgumentNullException.ThrowIfNull(audit);
        ArgumentNullException.ThrowIfNull(predictions);
        var images = audit.Images;
        PredictedImage[] predicted = [.. Enumerable.Range(0, images.Count).Where(i => predictions[i] is not null && audit.Facts[i] is not null)
            .Select(i => new PredictedImage(i, images.Files[i].Label, predictions[i]!))];
        return Of(predicted, images.Count, images.ClassNames.Count);
    }

    /// <summary>Of predictions of some of so many images.</summary>
    internal static LabelErrors Of(IReadOnlyCollection<PredictedImage> predicted, int images, int classes)
    {
        var joint = ConfidentJoint.Of(predicted, classes);
        return new(predicted.Count, images - predicted.Count, joint, [.. predicted.Select(p => Candidate(p, joint)).OfType<LabelError>().OrderBy(e => e.Margin).ThenBy(e => e.Image)]);
    }

    private static LabelError? Candidate(PredictedImage image, ConfidentJoint joint)
    {
        var (label, probabilities) = (image.Label, image.Probabilities);
        if (joint.Probable(probabilities) is not { } suggested || suggested == label) return null;
        var rival = probabilities.Where((_, c) => c != label).Max();
        return new(image.Index, suggested, probabilities[label], probabilities[suggested], (double)probabilities[label] - rival);
    }
}
