using FsCheck.Xunit;
using MathSymbols.Evaluation;
using Xunit;

namespace MathSymbols.Tests.Evaluation;

/// <summary>Texts printed by scikit-learn 1.2.1.</summary>
public sealed class ClassificationReportTests
{
    [Fact]
    public void A_class_never_predicted_has_a_precision_of_zero() => AssertText(
        """
                      precision    recall  f1-score   support

                   a       0.50      1.00      0.67         2
                   b       0.00      0.00      0.00         1
                   c       1.00      0.50      0.67         2

            accuracy                           0.60         5
           macro avg       0.50      0.50      0.44         5
        weighted avg       0.60      0.60      0.53         5

        """, ClassificationReport.Of(["a", "a", "b", "c", "c"], ["a", "a", "a", "c", "a"]));

    [Fact]
    public void A_class_absent_from_the_truth_takes_the_value_for_zero_division() => AssertText(
        """
                      precision    recall  f1-score   support

                   a       1.00      0.50      0.67         2
                   b       1.00      0.00      0.00         1
                   c       0.00      1.00      0.00         0

            accuracy                           0.33         3
           macro avg       0.67      0.50      0.22         3
        weighted avg       1.00      0.33      0.44         3

        """, ClassificationReport.Of(["a", "a", "b"], ["a", "c", "c"], zeroDivision: 1));

    [Fact]
    public void A_single_class_is_accurate() => AssertText(
        """
                      precision    recall  f1-score   support

                   z       1.00      1.00      1.00         5

            accuracy                           1.00         5
           macro avg       1.00      1.00      1.00         5
        weighted avg       1.00      1.00      1.00         5

        """, ClassificationReport.Of(["z", "z", "z", "z", "z"], ["z", "z", "z", "z", "z"]));

    [Fact]
    public void A_long_label_widens_the_first_column() => AssertText(
        """
                             precision    recall  f1-score   support

        a rather long label       1.00      0.67      0.80         3
                          b       0.67      1.00      0.80         2

                   accuracy                           0.80         5
                  macro avg       0.83      0.83      0.80         5
               weighted avg       0.87      0.80      0.80         5

        """, ClassificationReport.Of(["a rather long label", "a rather long label", "a rather long label", "b", "b"], ["b", "a rather long label", "a rather long label", "b", "b"]));

    [Fact]
    public void A_part_of_the_labels_has_a_micro_average() => AssertText(
        """
                      precision    recall  f1-score   support

                   a       1.00      0.50      0.67         2
                   b       0.00      0.00      0.00         1

           micro avg       0.50      0.33      0.40         3
           macro avg       0.50      0.25      0.33         3
        weighted avg       0.67      0.33      0.44         3

        """, ClassificationReport.Of(["a", "b", "c", "a"], ["a", "c", "c", "b"], ["a", "b"]));

    [Fact]
    public void Halves_are_rounded_to_the_even_digit() => AssertText(
        """
                      precision    recall  f1-score   support

                   a       0.50      0.62      0.56         8
                   b       0.50      0.38      0.43         8

            accuracy                           0.50        16
           macro avg       0.50      0.50      0.49        16
        weighted avg       0.50      0.50      0.49        16

        """, ClassificationReport.Of([.. Repeat("a", 8), .. Repeat("b", 8)], [.. Repeat("a", 5), .. Repeat("b", 6), .. Repeat("a", 5)]));

    [Fact]
    public void NaN_for_zero_division_is_left_out_of_the_averages()
    {
        // b is never predicted, c never observed, d neither.
        var report = ClassificationReport.Of(["a", "a", "b"], ["a", "c", "c"], ["a", "b", "c", "d"], double.NaN);
        Assert.Equal([1, double.NaN, 0, double.NaN], report.Classes.Select(c => c.Precision));
        Assert.Equal([0.5, 0, double.NaN, double.NaN], report.Classes.Select(c => c.Recall));
        Assert.Equal([2 / 3.0, 0, 0, double.NaN], report.Classes.Select(c => c.F1));
        Assert.Equal((0.5, 0.25, 2 / 9.0), (report.Macro.Precision, report.Macro.Recall, report.Macro.F1));
        Assert.Equal((1.0, 1 / 3.0, 4 / 9.0), (report.Weighted.Precision, report.Weighted.Recall, report.Weighted.F1));
        Assert.Contains("           d        nan       nan       nan         0\n", report.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void Labels_that_no_image_has_follow_zero_division()
    {
        var none = ClassificationReport.Of(["a"], ["a"], ["b"], zeroDivision: 1);
        Assert.Equal((1.0, 1.0, 1.0, 0), (none.Weighted.Precision, none.Weighted.Recall, none.Weighted.F1, none.Weighted.Support));
        var predictedOnly = ClassificationReport.Of(["a", "a"], ["a", "b"], ["b"], zeroDivision: 1);
        Assert.Equal((0.0, 1.0, 0.0), (predictedOnly.Weighted.Precision, predictedOnly.Weighted.Recall, predictedOnly.Weighted.F1));
    }

    [Fact]
    public void Labels_are_the_classes_that_occur_sorted_by_code_point()
    {
        // By UTF-16 units the last two would change places.
        string[] names = ["0", "10", "9", "Z", "a", "ü", "\uff5e", "\U0001d4d0"];
        Assert.Equal(names, ClassificationReport.Of([.. names.Reverse()], [.. names.Reverse()]).Classes.Select(c => c.Name));
        var matrix = ConfusionMatrix.Of(["z", "unused", "a"], [(0, 2), (2, 2)]);
        var report = ClassificationReport.Of(matrix);
        Assert.Equal(["a", "z"], report.Classes.Select(c => c.Name));
        Assert.Equal(0.5, report.Accuracy);
        Assert.Null(ClassificationReport.Of(matrix, ["a"]).Accuracy);
        Assert.Null(ClassificationReport.Of(matrix, ["a", "z", "unused"]).Accuracy);
    }

    [Property]
    public bool Averages_lie_between_the_classes_scores(byte[] truth, byte[] predicted)
    {
        var n = Math.Min(truth.Length, predicted.Length);
        if (n == 0) return true;
        var report = ClassificationReport.Of([.. truth.Take(n).Select(Name)], [.. predicted.Take(n).Select(Name)]);
        var right = truth.Take(n).Zip(predicted).Count(p => Name(p.First) == Name(p.Second));
        return Between(c => c.Precision) && Between(c => c.Recall) && Between(c => c.F1)
            && report.Accuracy == (double)right / n && report.Classes.Sum(c => c.Support) == n && Math.Abs(report.Weighted.Recall - (double)right / n) < 1e-12;

        static string Name(byte b) => ((char)('a' + b % 5)).ToString();

        bool Between(Func<ClassScores, double> score) => new[] { report.Macro, report.Weighted }.All(a =>
            score(a) >= report.Classes.Min(score) - 1e-12 && score(a) <= report.Classes.Max(score) + 1e-12);
    }

    [Fact]
    public void Refuses_labels_and_values_that_make_no_report()
    {
        Assert.Throws<ArgumentException>(() => ClassificationReport.Of([], []));
        Assert.Throws<ArgumentException>(() => ClassificationReport.Of(["a"], ["a", "b"]));
        Assert.Throws<ArgumentException>(() => ClassificationReport.Of(["a"], ["a"], []));
        Assert.Throws<ArgumentException>(() => ClassificationReport.Of(["a"], ["a"], ["a", "a"]));
        Assert.Throws<ArgumentOutOfRangeException>(() => ClassificationReport.Of(["a"], ["a"], zeroDivision: 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => ClassificationReport.Of(["a"], ["a"]).Text(-1));
    }

    private static IEnumerable<string> Repeat(string name, int count) => Enumerable.Repeat(name, count);

    private static void AssertText(string expected, ClassificationReport report) => Assert.Equal(expected.ReplaceLineEndings("\n"), report.Text());
}
