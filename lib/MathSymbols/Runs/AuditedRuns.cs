using System.Globalization;
using MathSymbols.Data.Audit;
using MathSymbols.Evaluation.Parts;
using MathSymbols.Runtime;
using MathSymbols.Storage;

namespace MathSymbols.Runs;

/// <summary>The runs that were made of the images of an audit, and what the audit says of their accuracy.</summary>
/// <param name="audit">The audit.</param>
/// <param name="runs">Runs with predictions of its test images, one or more a model.</param>
/// <param name="folds">The runs of a cross-validation of its images.</param>
public sealed class AuditedRuns(DatasetAudit audit, IReadOnlyList<StoredRun> runs, IReadOnlyList<StoredRun> folds)
{
    /// <summary>What to say where there is no cross-validation: how one is made.</summary>
    public const string WithoutFolds = "There is no cross-validation of these images among the committed runs. To make one: `mathsymbols data folds --out folds`, then `mathsymbols train --model symbolnet --split folds/fold-1.tsv`, and so on for each fold. `mathsymbols data audit --out FOLDER --predictions FILE`, once more for each run's predictions.tsv, shows what comes of it; copied to models/runs as symbolnet-fold-1, symbolnet-fold-2 and so on, the runs are found by this notebook, too.";

    private readonly List<(StoredRun Run, AuditedAccuracy Accuracy)> _measured =
        [.. SeedGroup.Of(runs).Select(g => g.Median).Select(r => (r, new AuditedAccuracy(audit, r.ReadPredictions()!.On(audit.Images, RunSet.Test))))];

    /// <summary>Finds them: the committed runs of the same content and split; where there is none, a person's own.</summary>
    /// <param name="audit">The audit.</param>
    /// <param name="store">The runs there are.</param>
    /// <param name="work">Where the images' fingerprint is noted.</param>
    /// <param name="cancellation">Ends the reading of the images.</param>
    /// <exception cref="RunException">A file of predictions is damaged.</exception>
    public static AuditedRuns Of(DatasetAudit audit, RunStore store, WorkFolder work, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(audit);
        ArgumentNullException.ThrowIfNull(store);
        var fingerprint = audit.Images.Fingerprint(work, cancellation);
        var fitting = store.Runs.Where(r => r.Record.Data.Fingerprint == fingerprint && r.Record.Data.Split == audit.Split.Name && r.PredictionsPath() is not null).ToLookup(r => r.Committed);
        return new(audit, [.. fitting[fitting.Contains(true)]], [.. store.Folds.Where(r => r.Record.Data.Fingerprint == fingerprint && r.PredictionsPath() is not null)]);
    }

    /// <summary>The run that stands for the others: the one with the best validation accuracy; null when there is none.</summary>
    public StoredRun? Best => _measured.Select(m => m.Run).MaxBy(r => r.Record.Result(RunWeights.LastEpoch, RunSet.Validation)?.Accuracy ?? 0);

    /// <summary>The accuracy of each run, the median of its seeds, on all test images, on those without a copy in training or validation, and on those with one; three parts a run.</summary>
    public IReadOnlyList<PartAccuracy> ByCopies => [.. _measured.SelectMany(m => m.Accuracy.ByCopies.Select(p => p with { Name = $"{m.Run.Label}, {p.Name}" }))];

    /// <summary>The accuracy of <see cref="Best"/> on each kind of file, the most frequent kinds first.</summary>
    public IReadOnlyList<PartAccuracy> BySource => Best is { } best ? _measured.Find(m => m.Run == best).Accuracy.BySource : [];

    /// <summary>Which runs there are, or why there is none, in a sentence or two.</summary>
    public string Sentence => _measured.Count == 0
        ? "No run was made of these images and this split: the committed runs tell about the images of the report, and own runs come from 03-alexnet and 04-vgg19."
        : $"{(_measured[0].Run.Committed ? "Committed" : "Own")} runs of these images: {string.Join(", ", _measured.Select(m => $"{m.Run.Label} ({m.Run.Record.Profile.Word()} profile)"))}. Of runs that differ in their seed alone, the median stands for all.";

    /// <summary>What the copies make of the test accuracy, in a sentence.</summary>
    public string Difference
    {
        get
        {
            var parts = _measured.ConvertAll(m => (m.Run.Label, Parts: m.Accuracy.ByCopies)).Where(m => m.Parts[1].Count > 0 && m.Parts[2].Count > 0).ToList();
            if (parts.Count == 0) return _measured.Count == 0 ? "There is no run to measure." : "No test image has a copy in training or validation, so there is nothing to leave out.";
            var (label, most) = parts.MaxBy(p => Math.Abs(p.Parts[0].Accuracy - p.Parts[1].Accuracy));
            var (all, without) = (most[0], most[1]);
            return string.Create(
                CultureInfo.InvariantCulture,
                $"Without {(most[2].Count == 1 ? "the one image that has" : $"the {most[2].Count:N0} images that have")} a copy in training or validation, the accuracy moves most for {label}: from {all.Accuracy:P2} to {without.Accuracy:P2}, {(all.Interval!.Low <= without.Accuracy && without.Accuracy <= all.Interval.High ? "within" : "beyond")} the interval of the first.");
        }
    }

    /// <summary>Labels that may be wrong, by what the runs of the cross-validation say of the images each was tested on; null when there is none.</summary>
    /// <exception cref="RunException">A file of predictions is damaged, or two of them have an image in common.</exception>
    public LabelErrors? LabelErrors() => folds.Count == 0 ? null : Data.Audit.LabelErrors.Of(audit, TestPredictions.Of(audit.Images, folds.Select(f => f.PredictionsPath()!)));
}
