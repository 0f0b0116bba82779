using System.Text.Json;
using MathSymbols.Evaluation;
using MathSymbols.Tests.Support;
using Xunit;

namespace MathSymbols.Tests.Evaluation;

/// <summary>scikit-learn's own texts and numbers.</summary>
public sealed class ClassificationReportVectorTests
{
    [Fact]
    public void Texts_counts_and_numbers_equal_scikit_learns()
    {
        using var vectors = JsonDocument.Parse(File.ReadAllText(Shared.Need("vectors", "classification_report.json")));
        Assert.True(vectors.RootElement.GetArrayLength() >= 10);
        foreach (var vector in vectors.RootElement.EnumerateArray())
        {
            var (truth, predicted, options) = (Names(vector, "y_true"), Names(vector, "y_pred"), vector.GetProperty("options"));
            var labels = options.TryGetProperty("labels", out _) ? Names(options, "labels") : null;
            var report = ClassificationReport.Of(truth, predicted, labels, options.TryGetProperty("zero_division", out var zero) ? zero.GetDouble() : 0);
            Assert.Equal(vector.GetProperty("text").GetString(), report.Text(options.TryGetProperty("digits", out var digits) ? digits.GetInt32() : 2));

            var matrix = ConfusionMatrix.Of(truth, predicted);
            Assert.Equal(vector.GetProperty("confusion").EnumerateArray().SelectMany(r => r.EnumerateArray()).Select(c => c.GetInt64()), matrix.Counts.Cast<long>());

            // To the last bit: the rounding of a tie hangs on it.
            var numbers = vector.GetProperty("dict");
            foreach (var row in report.Classes.Append(report.Macro).Append(report.Weighted)) AssertRow(numbers.GetProperty(row.Name), row);
            if (report.MicroIsAccuracy) Assert.Equal(numbers.GetProperty("accuracy").GetDouble(), report.Accuracy);
            else AssertRow(numbers.GetProperty("micro avg"), report.Micro);
        }
    }

    private static string[] Names(JsonElement element, string name) => [.. element.GetProperty(name).EnumerateArray().Select(n => n.GetString()!)];

    private static void AssertRow(JsonElement expected, ClassScores row) => Assert.Equal(
        (expected.GetProperty("precision").GetDouble(), expected.GetProperty("recall").GetDouble(), expected.GetProperty("f1-score").GetDouble(), expected.GetProperty("support").GetInt64()),
        (row.Precision, row.Recall, row.F1, row.Support));
}
