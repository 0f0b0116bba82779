namespace MathSymbols.Evaluation;

/// <summary>How many images of each class were predicted as which: rows are observations, columns predictions, as in scikit-learn.</summary>
public sealed class ConfusionMatrix
{
    private readonly long[,] _counts;

    private ConfusionMatrix(IReadOnlyList<string> classNames, long[,] counts) => (ClassNames, _counts) = (classNames, counts);

    /// <summary>The classes' names, in the order of rows and columns.</summary>
    public IReadOnlyList<string> ClassNames { get; }

    /// <summary>How many images of a class were predicted as another, or as itself.</summary>
    /// <param name="observation">Index of the true class.</param>
    /// <param name="prediction">Index of the predicted class.</param>
    public long this[int observation, int prediction] => _counts[observation, prediction];

    /// <summary>The counts [observation, prediction], shape [classes, classes]; a copy.</summary>
    public long[,] Counts => (long[,])_counts.Clone();

    /// <summary>How many images there are, at least 1.</summary>
    public long Total => _counts.Cast<long>().Sum();

    /// <summary>How many are classified correctly: the diagonal's sum.</summary>
    public long Correct => Enumerable.Range(0, ClassNames.Count).Sum(i => _counts[i, i]);

    /// <summary>Share classified correctly, 0 to 1.</summary>
    public double Accuracy => (double)Correct / Total;

    /// <summary>Counts pairs of class indices.</summary>
    /// <param name="classNames">The classes' names, none twice.</param>
    /// <param name="images">True and predicted class of each image, at least one.</param>
    /// <exception cref="ArgumentException">There is no image, an index is no class, or a class is named twice.</exception>
    public static ConfusionMatrix Of(IReadOnlyList<string> classNames, IEnumerable<(int Truth, int Predicted)> images)
    {
        ArgumentNullException.ThrowIfNull(classNames);
        ArgumentNullException.ThrowIfNull(images);
        if (classNames.Distinct(StringComparer.Ordinal).Count() != classNames.Count) throw new ArgumentException("A class is named twice.", nameof(classNames));
        var (counts, any) = (new long[classNames.Count, classNames.Count], false);
        foreach (var (truth, predicted) in images)
        {
            if (Math.Min(truth, predicted) < 0 || Math.Max(truth, predicted) >= classNames.Count)
                throw new ArgumentException($"An image has the classes {truth} and {predicted}, but there are {classNames.Count}, counted from 0.", nameof(images));
            counts[truth, predicted]++;
            any = true;
        }

        return any ? new([.. classNames], counts) : throw new ArgumentException("There is no image to count.", nameof(images));
    }

    /// <summary>Counts predictions, each by its most probable class.</summary>
    /// <param name="classNames">The classes' names, none twice, as many as there are probabilities.</param>
    /// <param name="images">At least one.</param>
    /// <exception cref="ArgumentException">There is no image, a truth is no class, or a class is named twice.</exception>
    public static ConfusionMatrix Of(IReadOnlyList<string> classNames, IEnumerable<IPrediction> images)
    {
        ArgumentNullException.ThrowIfNull(images);
        return Of(classNames, images.Select(i => (i.Truth, i.Predicted())));
    }

    /// <summary>Counts pairs of names, as scikit-learn's <c>confusion_matrix</c>: the classes are those that occur, in the order of their code points.</summary>
    /// <param name="truth">Each image's class, at least one.</param>
    /// <param name="predicted">As many: what each was predicted as.</param>
    /// <exception cref="ArgumentException">There is no image, or the lists differ in length.</exception>
    public static ConfusionMatrix Of(IReadOnlyList<string> truth, IReadOnlyList<string> predicted)
    {
        ArgumentNullException.ThrowIfNull(truth);
        ArgumentNullException.ThrowIfNull(predicted);
        if (truth.Count != predicted.Count) throw new ArgumentException($"There are {truth.Count} true and {predicted.Count} predicted classes.", nameof(predicted));
        var names = truth.Union(predicted, StringComparer.Ordinal).Order(CodePointOrder.Comparer).ToList();
        var index = names.Index().ToDictionary(n => n.Item, n => n.Index, StringComparer.Ordinal);
        return Of(names, truth.Zip(predicted, (t, p) => (index[t], index[p])));
    }

    /// <summary>The counts as shares, shape [classes, classes]; a row or column without images gives 0.</summary>
    /// <param name="by">What they are divided by; <see cref="NormalizeBy.None"/> gives the counts.</param>
    public double[,] Normalized(NormalizeBy by)
    {
        var n = ClassNames.Count;
        var (rows, columns, total) = (Sums(rows: true), Sums(rows: false), Total);
        var shares = new double[n, n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                var whole = by switch { NormalizeBy.Row => rows[i], NormalizeBy.Column => columns[j], NormalizeBy.All => total, _ => 1 };
                shares[i, j] = whole == 0 ? 0 : (double)_counts[i, j] / whole;
            }
        }

        return shares;
    }

    /// <summary>The pairs of classes confused most often: by count, then in class order; those never confused are left out.</summary>
    /// <param name="count">How many at most, at least 0.</param>
    public IReadOnlyList<Confusion> MostConfused(int count = 10)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var rows = Sums(rows: true);
        var all = Enumerable.Range(0, ClassNames.Count);
        return
        [
            .. all.SelectMany(i => all.Where(j => i != j && _counts[i, j] > 0).Select(j => new Confusion(ClassNames[i], ClassNames[j], _counts[i, j], (double)_counts[i, j] / rows[i])))
                .OrderByDescending(c => c.Count).Take(count),
        ];
    }

    /// <summary>How many images were observed (rows) or predicted (columns) of each class.</summary>
    internal long[] Sums(bool rows)
    {
        var all = Enumerable.Range(0, ClassNames.Count);
        return [.. all.Select(i => all.Sum(j => rows ? _counts[i, j] : _counts[j, i]))];
    }
}
