using MathSymbols.Data.Audit;
using MathSymbols.Evaluation;
using MathSymbols.Evaluation.Parts;

namespace MathSymbols.Runs;

/// <summary>A classifier's accuracy on the parts of the images that an audit tells apart.</summary>
/// <param name="audit">The audit of the images and the split that the classifier was trained with.</param>
/// <param name="predictions">Test images, as indices into the folder's files, and what the classifier says of each.</param>
public sealed class AuditedAccuracy(DatasetAudit audit, IReadOnlyList<(int Image, IPrediction Prediction)> predictions)
{
    /// <summary>All images; those without a copy in training or validation; and those with one, which a classifier may know by heart.</summary>
    public IReadOnlyList<PartAccuracy> ByCopies
    {
        get
        {
            var leaked = audit.Duplicates.WithCopyIn([.. predictions.Select(p => p.Image)], [.. audit.Split.Train, .. audit.Split.Validation]).ToHashSet();
            return [Of("all", _ => true), Of("without a copy in training or validation", i => !leaked.Contains(i)), Of("with a copy in training or validation", leaked.Contains)];
        }
    }

    /// <summary>By what the files are, which tells the programs and people apart that made them; the largest part first.</summary>
    public IReadOnlyList<PartAccuracy> BySource => [.. predictions
        .GroupBy(p => audit.Facts[p.Image] is { } facts ? new FileKind(facts.Format, facts.Width, facts.Height).ToString() : "will not load")
        .Select(g => PartAccuracy.Of(g.Key, [.. g.Select(p => p.Prediction)]))
        .OrderByDescending(p => p.Count).ThenBy(p => p.Name, StringComparer.Ordinal)];

    private PartAccuracy Of(string name, Func<int, bool> isIn) => PartAccuracy.Of(name, [.. predictions.Where(p => isIn(p.Image)).Select(p => p.Prediction)]);
}
