using System.Globalization;
using System.Text.RegularExpressions;
using MathSymbols.Ledger;
using MathSymbols.Tests.Support;
using Xunit;

namespace MathSymbols.Tests.Ledger;

/// <summary>The file of the report's figures, against what is known of it from elsewhere.</summary>
public sealed partial class ReportFiguresTests
{
    private static readonly string[] Classes = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "add", "dec", "div", "eq", "mul", "sub", "x", "y", "z"];

    [Fact]
    public void No_figure_is_missing_and_none_stands_twice()
    {
        Assert.Equal(ReportFigures.All.Count, ReportFigures.All.Select(f => f.Id).Distinct().Count());
        Expect("vgg19-classes", Classes, ["precision", "recall", "f1-score", "support"]);
        Expect("alexnet-epochs", Numbers(22), ["loss", "accuracy", "val_loss", "val_accuracy"]);
        Expect("vgg19-epochs", Numbers(20), ["loss", "accuracy", "val_loss", "val_accuracy"]);
        string[] sections = ["II", "III", "III", "IV", "V", "VI", "VII", "III", "IV", "V"];
        Assert.Equal(sections, ReportFigures.All.Select(f => f.Section).Distinct().Select(s => s.Split(' ')[0]));
        foreach (var id in new[] { "data/images", "data/gpus", "data/sample-label", "search/best", "search/time", "alexnet/test-loss", "vgg19/patience", "average/macro-recall", "own/right", "conclusion/better" })
            Assert.NotNull(Find(id));

        static IEnumerable<string> Numbers(int count) => Enumerable.Range(1, count).Select(n => n.ToString(CultureInfo.InvariantCulture));
        static void Expect(string table, IEnumerable<string> rows, string[] columns) =>
            Assert.Equal(rows.SelectMany(r => columns.Select(c => $"{table}/{r}/{c}")), ReportFigures.All.Where(f => f.Place?.Table == table).Select(f => f.Id));
    }

    [Fact]
    public void The_figures_fit_each_other()
    {
        Assert.Equal((10_071, 9_053), (Count("data/train-and-validation") + Count("data/test"), Count("data/train") + Count("data/validation")));
        Assert.Equal(Count("data/test"), Classes.Sum(c => Count($"vgg19-classes/{c}/support")));
        Assert.Equal(string.Join(", ", Classes), Find("data/class-names").Value);
        Assert.Equal(Count("alexnet/batches"), (Count("data/train") + 63) / 64);
        Assert.Equal(Count("vgg19/test-batches"), (Count("data/test") + 63) / 64);

        // The accuracy is the recall of the classes weighted by their support; each is rounded by up to half a hundredth.
        var weighted = Classes.Sum(c => Count($"vgg19-classes/{c}/support") * Number($"vgg19-classes/{c}/recall")) / Count("data/test");
        Assert.InRange(weighted - Number("vgg19/test-accuracy"), -0.005, 0.005);
        foreach (var c in Classes)
        {
            var (precision, recall) = (Number($"vgg19-classes/{c}/precision"), Number($"vgg19-classes/{c}/recall"));
            Assert.InRange(Number($"vgg19-classes/{c}/f1-score"), 2 * precision * recall / (precision + recall) - 0.011, 2 * precision * recall / (precision + recall) + 0.011);
        }

        // Accuracies are counts of images; the search's are printed with all their digits.
        foreach (var id in new[] { "search/best", "search/last-trial" })
        {
            var images = Number(id) * Count("data/validation");
            Assert.Equal(Math.Round(images), images, 1e-3);
        }
    }

    [Fact]
    public void Kinds_have_the_decimals_that_they_are_compared_by()
    {
        Assert.All(ReportFigures.All, f => Assert.True(f.Kind is FigureKind.Count or FigureKind.Word or FigureKind.Shown or FigureKind.Own || f.Number is not null, f.Id));
        Assert.All(ReportFigures.All.Where(f => f.Decimals is not null), f => Assert.Equal(f.Decimals, f.Value.TrimEnd('%').Split('.') is [_, var fraction] ? fraction.Length : 0));
        Assert.All(ReportFigures.All.Where(f => f.Kind == FigureKind.Count), f => long.Parse(f.Value, CultureInfo.InvariantCulture));
    }

    [Fact]
    public void The_tables_are_those_of_the_report()
    {
        var report = File.ReadAllText(Shared.Need("original-report.md")).Replace("val_accu\nracy", "val_accuracy", StringComparison.Ordinal).Replace("val_ac\ncuracy", "val_accuracy", StringComparison.Ordinal);
        var epochs = Epoch().Matches(report);
        Assert.Equal(42, epochs.Count);
        foreach (Match epoch in epochs)
        {
            var table = epoch.Groups[2].Value == "100" ? "alexnet-epochs" : "vgg19-epochs";
            foreach (var column in new[] { "loss", "accuracy", "val_loss", "val_accuracy" }) Assert.Equal(epoch.Groups[column].Value, Find($"{table}/{epoch.Groups[1].Value}/{column}").Value);
        }

        var rows = ClassRow().Matches(report);
        Assert.Equal(Classes, rows.Select(r => r.Groups[1].Value));
        foreach (Match row in rows) Assert.Equal(row.Groups.Values.Skip(2).Select(g => g.Value), ReportFigures.All.Where(f => f.Place is { Table: "vgg19-classes" } place && place.Row == row.Groups[1].Value).Select(f => f.Value));
    }

    private static ReportFigure Find(string id) => ReportFigures.All.Single(f => f.Id == id);

    private static int Count(string id) => int.Parse(Find(id).Value, CultureInfo.InvariantCulture);

    private static double Number(string id) => Find(id).Number!.Value;

    [GeneratedRegex(@"Epoch (\d+)/(\d+)\n107/107 .*? - loss: (?<loss>[\d.]+) - accuracy: (?<accuracy>[\d.]+) - val_loss: (?<val_loss>[\d.]+) - val_accuracy: (?<val_accuracy>[\d.]+)")]
    private static partial Regex Epoch();

    [GeneratedRegex(@"^\| (\w+)\s+\| ([\d.]+)\s+\| ([\d.]+)\s+\| ([\d.]+)\s+\| (\d+)\s+\|", RegexOptions.Multiline)]
    private static partial Regex ClassRow();
}
