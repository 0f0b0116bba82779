using System.Globalization;
using System.Text;

namespace MathSymbols.Evaluation;

/// <summary>Lays a report out as scikit-learn does: names to the right of the widest, scores in columns of at least nine.</summary>
internal static class ClassificationReportText
{
    private const int Column = 9;

    private static readonly string[] Headers = ["precision", "recall", "f1-score", "support"];

    /// <summary>The text.</summary>
    public static string Of(ClassificationReport report, int digits)
    {
        var width = report.Classes.Select(c => Length(c.Name)).Append("weighted avg".Length).Append(digits).Max();
        var text = new StringBuilder();
        Line("", Headers);
        text.Append('\n');
        foreach (var row in report.Classes) Line(row.Name, Cells(row));
        text.Append('\n');

        // scikit-learn shows the F1 over all images as the accuracy.
        Line(report.Micro.Name, report.MicroIsAccuracy ? ["", "", .. Cells(report.Micro)[2..]] : Cells(report.Micro));
        Line(report.Macro.Name, Cells(report.Macro));
        Line(report.Weighted.Name, Cells(report.Weighted));
        return text.ToString();

        string[] Cells(ClassScores row) =>
            [PythonFloat.Fixed(row.Precision, digits), PythonFloat.Fixed(row.Recall, digits), PythonFloat.Fixed(row.F1, digits), row.Support.ToString(CultureInfo.InvariantCulture)];

        void Line(string name, string[] cells)
        {
            text.Append(' ', width - Length(name)).Append(name).Append(' ');
            foreach (var cell in cells) text.Append(' ').Append(cell.PadLeft(Column));
            text.Append('\n');
        }
    }

    // Python counts code points.
    private static int Length(string name) => name.EnumerateRunes().Count();
}
