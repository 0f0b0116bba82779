using System.Globalization;
using MathSymbols.Data;
using MathSymbols.Data.Audit;
using MathSymbols.Storage;

namespace MathSymbols.Figures.Audit;

/// <summary>How far format and size give the class away.</summary>
internal static class FormatAndSizeSection
{
    private const int MostKinds = 12;

    public static AuditSection Of(FormatAndSize found, ImageFolder images)
    {
        int[] kinds = [.. Enumerable.Range(0, found.Kinds.Count).OrderByDescending(k => Sum(found, k)).Take(MostKinds).Order()];
        var rest = found.Kinds.Count > kinds.Length;
        IReadOnlyList<object> Row(int label)
        {
            var counts = kinds.Select(k => (object)found.Counts[label, k]).ToList();
            if (rest) counts.Add(Enumerable.Range(0, found.Kinds.Count).Except(kinds).Sum(k => found.Counts[label, k]));
            return [Printable.Of(images.ClassNames[label]), .. counts];
        }

        var table = new FigureTable(["class", .. kinds.Select(k => found.Kinds[k].ToString()), .. rest ? (string[])[$"{found.Kinds.Count - kinds.Length} others"] : []], [.. Enumerable.Range(0, images.ClassNames.Count).Select(Row)]);
        var text = string.Create(CultureInfo.InvariantCulture, $"Without looking at the picture, {Share(found)} of the images are told, each by the most frequent class of its format and size among the other nine tenths; by the largest class alone, {(double)found.Largest / found.Count:P1}. Cramér's V, corrected for bias, is {found.CramersV:0.000}.");
        return new("format", "Class by format and size alone", text, $"<div class=\"ms-figure au-wide\"><div class=\"ms-scroll\">{FigureHtml.Table(table)}</div></div>\n");
    }

    /// <summary>The share and its interval.</summary>
    public static string Share(FormatAndSize found) => ShareText.Of(found.Accuracy, found.Interval);

    private static long Sum(FormatAndSize found, int kind) => Enumerable.Range(0, found.Counts.GetLength(0)).Sum(c => found.Counts[c, kind]);
}
