using MathSymbols.Ledger;
using MathSymbols.Runs;
using MathSymbols.Runtime;
using MathSymbols.Storage;
using MathSymbols.Tests.Support;
using MathSymbols.Training;
using Xunit;

namespace MathSymbols.Tests.Ledger;

public sealed class AgreementTests
{
    [Fact]
    public void Counts_and_words_are_equal_or_not()
    {
        Assert.Equal(Verdict.Agrees, Of("10071", FigureKind.Count, null, Measured.Count(10_071)));
        Assert.Equal(Verdict.Differs, Of("10071", FigureKind.Count, null, Measured.Count(10_070)));
        Assert.Equal(Verdict.Agrees, Of("(64, 224, 224, 3)", FigureKind.Word, null, Measured.Word("[64, 3, 224, 224]", "(64, 224, 224, 3)")));
        Assert.Equal(Verdict.Differs, Of("relu", FigureKind.Word, null, Measured.Word("tanh")));
        Assert.Equal(Verdict.Agrees, Of("0.9", FigureKind.Rounded, 1, Measured.Exactly(0.8989)));
        Assert.Equal(Verdict.Differs, Of("0.9", FigureKind.Rounded, 1, Measured.Exactly(0.84)));
    }

    [Fact]
    public void Shares_agree_as_far_as_chance_allows()
    {
        Assert.Equal(Verdict.Agrees, Of("0.9774", FigureKind.Share, 4, Measured.Share(996, 1018)));
        Assert.Equal(Verdict.Differs, Of("0.8193", FigureKind.Share, 4, Measured.Share(953, 1018)));
        Assert.Equal(Verdict.Differs, Of("1.00", FigureKind.Share, 2, Measured.Share(50, 54)));

        // 0.995 would be printed so, and it lies in the interval of 994 of 1000.
        Assert.Equal(Verdict.Agrees, Of("1.00", FigureKind.Share, 2, Measured.Share(994, 1000)));
        Assert.Equal(Verdict.Differs, Of("98%", FigureKind.Average, 0, Measured.Within("two", [new(0.97, 0.99), new(0.9, 0.95)])));
        Assert.Equal(Verdict.Agrees, Of("98%", FigureKind.Average, 0, Measured.Within("two", [new(0.97, 0.99), new(0.9, 0.976)])));
    }

    [Fact]
    public void What_is_only_shown_or_has_no_interval_is_not_compared_and_what_is_not_there_is_missing()
    {
        Assert.Equal(Verdict.NotComparable, Of("4s", FigureKind.Shown, null, Measured.Apart("27s")));
        Assert.Equal(Verdict.NotComparable, Of("8", FigureKind.Own, null, Measured.Count(8)));
        Assert.Equal(Verdict.NotComparable, Of("0.0794", FigureKind.Loss, 4, Measured.Within(0.0794, null, "No images.")));
        Assert.Equal(Verdict.NotComparable, Of("yes", FigureKind.Word, null, Measured.Apart("–", "Too few epochs.")));
        Assert.Equal(Verdict.Missing, Of("relu", FigureKind.Word, null, null));
        Assert.Equal(["= agrees", "≠ differs", "~ not compared", "– missing"], Enum.GetValues<Verdict>().Select(v => $"{v.Sign()} {v.Word()}"));
    }

    [Fact]
    public void A_validation_fluctuates_by_its_second_half()
    {
        Assert.Null(Fluctuation.Of([0.1, 0.9, 0.2, 0.8, 0.3]));
        Assert.False(Fluctuation.Of([0.1, 0.5, 0.2, 0.90, 0.94, 0.92])!.Is);
        Assert.True(Fluctuation.Of([0.9, 0.9, 0.9, 0.9, 0.6, 0.9])!.Is);
        Assert.Null(Fluctuation.Of(new History([])));
    }

    [Fact]
    public void A_steady_rise_is_no_fluctuation_however_far_it_goes()
    {
        Assert.False(Fluctuation.Of([.. Enumerable.Range(1, 20).Select(e => e / 20.0)])!.Is);

        // From 0.70 to 0.90, with steps back of 4 points at most.
        Assert.False(Fluctuation.Of([0, 0, 0, 0, 0, 0.70, 0.74, 0.70, 0.80, 0.78, 0.90])!.Is);
    }

    [Fact]
    public void The_trainings_of_the_report_and_of_the_full_run_fluctuate()
    {
        using var folder = new TemporaryFolder();
        var full = RunStore.Open(new WorkFolder(folder["work"]), Path.Combine(SolutionFolder.Find()!, "models", "runs")).Find("full-alexnet");
        Assert.True(Fluctuation.Of(full.Record.History)!.Is);
        Assert.True(Fluctuation.Of([.. ReportFigures.All.Where(f => f.Place is { Table: "alexnet-epochs", Column: "val_accuracy" }).Select(f => f.Number!.Value)])!.Is);
    }

    private static Verdict Of(string value, FigureKind kind, int? decimals, Measured? measured) => Agreement.Of(new("a/b", "I", "x", value, kind, decimals, FigureSource.Data), measured);
}
