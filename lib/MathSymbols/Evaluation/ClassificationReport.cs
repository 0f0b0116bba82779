namespace MathSymbols.Evaluation;

/// <summary>Precision, recall and F1 of each class, and their averages: scikit-learn's <c>classification_report</c>, as numbers and as text.</summary>
/// <remarks>
/// The numbers are those of scikit-learn 1.2.1 to the last bit. Later versions compute F1 from the counts, not from precision and recall; that may change its last bit. NaN for zero division,
/// which came later, follows them: averages pass over it.
/// </remarks>
public sealed class ClassificationReport
{
    private ClassificationReport(IReadOnlyList<ClassScores> classes, bool microIsAccuracy, ClassScores micro, ClassScores macro, ClassScores weighted) =>
        (Classes, MicroIsAccuracy, Micro, Macro, Weighted) = (classes, microIsAccuracy, micro, macro, weighted);

    /// <summary>One row a class.</summary>
    public IReadOnlyList<ClassScores> Classes { get; }

    /// <summary>True when the labels are all classes that occur: then precision, recall and F1 over all images are the accuracy, and <see cref="Text"/> shows it once.</summary>
    public bool MicroIsAccuracy { get; }

    /// <summary>All images of the labels counted together: "accuracy", or "micro avg" for a part of the classes.</summary>
    public ClassScores Micro { get; }

    /// <summary>The classes' mean, each class counted alike.</summary>
    public ClassScores Macro { get; }

    /// <summary>The classes' mean, each counted by its support.</summary>
    public ClassScores Weighted { get; }

    /// <summary>Share classified correctly, 0 to 1; null when <see cref="MicroIsAccuracy"/> is false.</summary>
    public double? Accuracy => MicroIsAccuracy ? Micro.Precision : null;

    /// <summary>Scores true and predicted classes given by name.</summary>
    /// <param name="truth">Each image's class, at least one.</param>
    /// <param name="predicted">As many: what each was predicted as.</param>
    /// <param name="labels">The classes to score, in this order; null for all that occur, in the order of their code points.</param>
    /// <param name="zeroDivision">What a share of nothing is: 0, 1 or NaN.</param>
    /// <exception cref="ArgumentException">There is no image, the lists differ in length, or there is no label or one twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="zeroDivision"/> is another number.</exception>
    public static ClassificationReport Of(IReadOnlyList<string> truth, IReadOnlyList<string> predicted, IReadOnlyList<string>? labels = null, double zeroDivision = 0) =>
        Of(ConfusionMatrix.Of(truth, predicted), labels, zeroDivision);

    /// <summary>Scores the classes of a confusion matrix.</summary>
    /// <param name="matrix">The counts.</param>
    /// <param name="labels">The classes to score, in this order; null for all that occur, in the order of their code points.</param>
    /// <param name="zeroDivision">What a share of nothing is: 0, 1 or NaN.</param>
    /// <exception cref="ArgumentException">There is no label, or one twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="zeroDivision"/> is another number.</exception>
    public static ClassificationReport Of(ConfusionMatrix matrix, IReadOnlyList<string>? labels = null, double zeroDivision = 0)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        if (zeroDivision is not (0 or 1 or double.NaN)) throw new ArgumentOutOfRangeException(nameof(zeroDivision), zeroDivision, "A share of nothing is 0, 1 or NaN.");
        var (observed, predicted) = (matrix.Sums(rows: true), matrix.Sums(rows: false));
        var counts = matrix.ClassNames.Select((name, i) => (Name: name, Counts: new ClassCounts(matrix[i, i], predicted[i], observed[i])))
            .Where(c => c.Counts.Predicted + c.Counts.Observed > 0).ToDictionary(c => c.Name, c => c.Counts, StringComparer.Ordinal);
        labels ??= [.. counts.Keys.Order(CodePointOrder.Comparer)];
        if (labels.Count == 0 || labels.Distinct(StringComparer.Ordinal).Count() != labels.Count) throw new ArgumentException("There is no label, or one stands twice.", nameof(labels));

        var scores = labels.Select(l => counts.GetValueOrDefault(l).Scores(l, zeroDivision)).ToList();
        var sum = labels.Aggregate(default(ClassCounts), (s, l) => s + counts.GetValueOrDefault(l));
        var isAccuracy = counts.Keys.ToHashSet(StringComparer.Ordinal).SetEquals(labels);
        return new(scores, isAccuracy, sum.Scores(isAccuracy ? "accuracy" : "micro avg", zeroDivision), Average("macro avg", null), WeightedAverage());

        ClassScores Average(string name, IReadOnlyList<long>? weights) => new(
            name, NumpyAverage.Of([.. scores.Select(s => s.Precision)], weights), NumpyAverage.Of([.. scores.Select(s => s.Recall)], weights), NumpyAverage.Of([.. scores.Select(s => s.F1)], weights), sum.Observed);

        ClassScores WeightedAverage()
        {
            const string Name = "weighted avg";
            if (sum.Observed > 0) return Average(Name, [.. scores.Select(s => s.Support)]);

            // scikit-learn's rule where no image is of any label.
            return sum.Predicted == 0 ? new(Name, zeroDivision, zeroDivision, zeroDivision, 0) : new(Name, 0, zeroDivision, 0, 0);
        }
    }

    /// <summary>The report as scikit-learn prints it, character for character; lines end with '\n'.</summary>
    /// <param name="digits">Decimals of the scores, at least 0.</param>
    public string Text(int digits = 2)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(digits);
        return ClassificationReportText.Of(this, digits);
    }

    /// <inheritdoc/>
    public override string ToString() => Text();
}
