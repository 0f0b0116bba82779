using MathSymbols.Evaluation;

namespace MathSymbols.Data.Audit;

/// <summary>
/// How far an image's class can be told from its file's format, width and height alone. A model may learn these instead of the drawing
/// when one class was drawn with another program than the rest.
/// </summary>
/// <param name="Kinds">The combinations of format and size that there are, by format, width and height.</param>
/// <param name="Counts">Images, shape [classes, kinds].</param>
/// <param name="CramersV">The bias-corrected V of the table, 0 to 1; see <see cref="Audit.CramersV"/>.</param>
/// <param name="Correct">How many images were classified correctly by a table of each kind's most frequent class, each by a table that was made without its fold.</param>
/// <param name="Largest">How many images the largest class has: what is correct without looking at anything.</param>
/// <param name="Count">How many images there are.</param>
public sealed record FormatAndSize(IReadOnlyList<FileKind> Kinds, long[,] Counts, double CramersV, int Correct, int Largest, int Count)
{
    /// <summary>Folds of the cross-validation.</summary>
    public const int Folds = 10;

    private const int Seed = Split.OriginalSeed;

    /// <summary>The share that was classified correctly, 0 to 1.</summary>
    public double Accuracy => (double)Correct / Count;

    /// <summary>Wilson's 95 % interval of <see cref="Accuracy"/>.</summary>
    public Interval Interval => WilsonInterval.Of(Correct, Count);

    /// <summary>Of a folder's images; null when none can be used.</summary>
    /// <param name="images">The folder.</param>
    /// <param name="facts">One entry an image; null for one that cannot be used.</param>
    public static FormatAndSize? Of(ImageFolder images, IReadOnlyList<ImageFacts?> facts)
    {
        ArgumentNullException.ThrowIfNull(images);
        ArgumentNullException.ThrowIfNull(facts);
        var usable = Enumerable.Range(0, facts.Count).Where(i => facts[i] is not null).ToArray();
        int[] labels = [.. usable.Select(i => images.Files[i].Label)];
        FileKind[] all = [.. usable.Select(i => new FileKind(facts[i]!.Format, facts[i]!.Width, facts[i]!.Height))];
        return usable.Length == 0 ? null : Of(labels, all, images.ClassNames.Count);
    }

    /// <summary>Of labels and kinds, at least one each.</summary>
    internal static FormatAndSize Of(int[] labels, FileKind[] all, int classes)
    {
        FileKind[] kinds = [.. all.Distinct().OrderBy(k => k.Format, StringComparer.Ordinal).ThenBy(k => k.Width).ThenBy(k => k.Height)];
        var places = kinds.Index().ToDictionary(k => k.Item, k => k.Index);
        int[] cells = [.. all.Select(k => places[k])];
        var counts = Table(labels, cells, Enumerable.Range(0, labels.Length), classes, kinds.Length);
        return new(kinds, counts, Audit.CramersV.Of(counts), CrossValidated(labels, cells, classes, kinds.Length), labels.CountBy(l => l).Max(c => c.Value), labels.Length);
    }

    private static int CrossValidated(int[] labels, int[] cells, int classes, int kinds)
    {
        var (folds, correct) = (StratifiedFolds.Of(labels, Folds, Seed), 0);
        for (var fold = 0; fold < Folds; fold++)
        {
            var table = Table(labels, cells, Enumerable.Range(0, labels.Length).Where(i => folds[i] != fold), classes, kinds);
            var largest = Enumerable.Range(0, classes).MaxBy(c => Enumerable.Range(0, kinds).Sum(k => table[c, k]));
            int[] answers = [.. Enumerable.Range(0, kinds).Select(k => Enumerable.Range(0, classes).MaxBy(c => (table[c, k], c == largest ? 1 : 0)))];
            correct += Enumerable.Range(0, labels.Length).Count(i => folds[i] == fold && answers[cells[i]] == labels[i]);
        }

        return correct;
    }

    private static long[,] Table(int[] labels, int[] cells, IEnumerable<int> items, int classes, int kinds)
    {
        var table = new long[classes, kinds];
        foreach (var i in items) table[labels[i], cells[i]]++;
        return table;
    }
}
