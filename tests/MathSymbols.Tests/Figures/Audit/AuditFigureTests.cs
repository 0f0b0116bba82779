using MathSymbols.Data.Audit;
using MathSymbols.Figures;
using MathSymbols.Figures.Audit;
using MathSymbols.Tests.Support;
using Xunit;

namespace MathSymbols.Tests.Figures.Audit;

public sealed class AuditFigureTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_summary_counts_groups_images_and_leaks()
    {
        var facts = AuditSummary.Create(SampleAudit.Of(_folder), "What was found", "quick profile").ToDictionary(f => f.Key, f => f.Text);
        Assert.Equal(("10", "3", "6", "1", "1", "1"), (facts["images"], facts["groups"], facts["copies"], facts["same_bytes"], facts["same_pixels"], facts["near"]));
        Assert.Equal(("1", "2", "1", "1", "1", "2"), (facts["conflicts"], facts["leaks"], facts["test_in_train"], facts["test_in_others"], facts["validation_in_train"], facts["marks"]));
        Assert.Equal("0.0 % (0.0–27.8)", facts["by_format_and_size"]);
        Assert.DoesNotContain("label_errors", facts.Keys);
    }

    [Fact]
    public void Groups_of_copies_stand_side_by_side_from_the_least_alike_on()
    {
        var audit = SampleAudit.Of(_folder);
        var figure = CopyGallery.Create(audit, audit.Duplicates.Groups, "Copies", count: 2, note: "quick profile", name: "copies", TestContext.Current.CancellationToken);
        Assert.Equal("3 groups with 6 images; here are 2, evenly drawn from the least alike to the same bytes.", figure.AltText);
        Assert.Equal($"{figure.AltText} · quick profile", figure.Note);
        Assert.Equal([[1, "near", "a&b/img001.png", "a&b", "train"], [1, "near", "c/img001.png", "c", "train"]], figure.Table.Rows.Take(2));
        Assert.Contains("<h3>Group 1: near, differ by at most 5 %</h3>", figure.Html, StringComparison.Ordinal);
        Assert.Equal(2, figure.Html.Split("class=\"ms-wrong\"").Length - 1);
        Assert.Contains("a&amp;b/img001.png", figure.Html, StringComparison.Ordinal);
        var (name, values) = Samples.Report(figure.Html);
        Assert.Equal(("copies", 3, 6), (name, values.GetProperty("groups").GetInt32(), values.GetProperty("images").GetInt32()));
        Assert.Equal("a&b/img002.png", values.GetProperty("shown")[1][0].GetString());
        Pixels.AssertDrawn(figure, 2 * (2 * 104 + 8), 2 * (2 * 144 + 8));
    }

    [Fact]
    public void In_the_static_picture_each_group_begins_a_row()
    {
        var audit = SampleAudit.Of(_folder);
        var pairs = audit.Duplicates.Groups.SelectMany(g => g.Pairs).Append(new(4, 7, CopyKind.SameBytes, Likeness.Same));
        audit = audit with { Duplicates = DuplicateGroups.Of(audit.Images.Count, [.. pairs]) };
        Pixels.AssertDrawn(CopyGallery.Create(audit, audit.Duplicates.Groups, "Copies", cancellation: TestContext.Current.CancellationToken), 2 * (3 * 104 + 8), 2 * (3 * 144 + 8));
    }

    [Fact]
    public void Format_and_size_stand_class_by_class_above_what_they_give_away()
    {
        var table = new FormatAndSizeTable(SampleAudit.Of(_folder), note: "quick profile");
        Assert.Equal(["class", "PNG 8 × 9", "PNG 9 × 9", "PNG 10 × 9", "PNG 11 × 9", "PNG 12 × 9"], table.Table.Columns);
        Assert.Equal([["a&b", 1L, 1L, 1L, 1L, 1L], ["c", 1L, 1L, 1L, 1L, 1L]], table.Table.Rows);
        Assert.StartsWith("Without looking at the picture, 0.0 % (0.0–27.8) of the images are told", table.Sentence, StringComparison.Ordinal);
        Assert.Contains("by the largest class alone, 50.0 %.", table.ToString(), StringComparison.Ordinal);
        var (name, values) = Samples.Report(table.Html);
        Assert.Equal(("format-and-size", 10, 0, 5), (name, values.GetProperty("images").GetInt32(), values.GetProperty("correct").GetInt32(), values.GetProperty("kinds").GetInt32()));
    }

    [Fact]
    public void Marks_are_shown_from_the_largest_share_of_the_ink_on()
    {
        var figure = MarkGallery.Create(SampleAudit.Of(_folder), count: 1, name: "marks", cancellation: TestContext.Current.CancellationToken);
        Assert.Equal("2 images with something at an edge that is not connected to what is drawn; the number is its share of the ink. Here are 1, evenly drawn from the most to the least.", figure.AltText);
        Assert.Equal(["c/img004.png", "top and left"], Assert.Single(figure.Table.Rows).Take(2));
        Assert.Contains("c, top and left, 45&#160;%", figure.Html, StringComparison.Ordinal);
        Assert.Equal(0.45, Samples.Report(figure.Html).Values.GetProperty("shown")[0].GetProperty("share").GetDouble(), 1e-9);
        Pixels.AssertDrawn(figure, 2 * (8 * 104 + 8), 2 * (144 + 8));
    }

    [Fact]
    public void A_label_that_may_be_wrong_stands_beside_the_suggested_one()
    {
        var audit = SampleAudit.Of(_folder);
        var figure = LabelErrorGallery.Create(audit, LabelErrors.Of(audit, SampleAudit.Predictions), note: "quick profile", cancellation: TestContext.Current.CancellationToken);
        Assert.Contains("among the 10 of 10 images with a prediction by a model that did not train on them: 1 candidate, ", figure.AltText, StringComparison.Ordinal);
        Assert.Contains("a&amp;b (5.0&#160;%) → c (95.0&#160;%)", figure.Html, StringComparison.Ordinal);
        Assert.Equal(["a&b/img001.png", "a&b", "c"], Assert.Single(figure.Table.Rows).Take(3));
        Assert.Equal("c", Samples.Report(figure.Html).Values.GetProperty("shown")[0].GetProperty("suggested").GetString());
        Pixels.AssertDrawn(figure, 2 * (8 * 104 + 8), 2 * (144 + 8));
    }

    [Fact]
    public void Where_nothing_is_found_a_sentence_stands_in_each_pictures_place()
    {
        var audit = SampleAudit.Clean(_folder);
        var stop = TestContext.Current.CancellationToken;
        var none = LabelErrors.Of(audit, [.. SampleAudit.Predictions.Select((p, i) => i == 1 ? null : p)]);
        foreach (var figure in (Figure[])[CopyGallery.Create(audit, audit.Leaks, "Copies", cancellation: stop), MarkGallery.Create(audit, cancellation: stop), LabelErrorGallery.Create(audit, none, cancellation: stop)])
        {
            Assert.Contains($"<p>{figure.AltText}</p>", figure.Html, StringComparison.Ordinal);
            Assert.DoesNotContain("<img", figure.Html, StringComparison.Ordinal);
            using var drawn = SkiaSharp.SKBitmap.Decode(figure.Png.Span);
            Assert.Contains(drawn.Pixels, p => p.Red < 100);
        }
    }

    [Fact]
    public void The_advice_has_a_point_for_each_finding_and_none_invented()
    {
        var audit = SampleAudit.Of(_folder);
        var points = AuditAdvice.Of(audit with { LabelErrors = LabelErrors.Of(audit, SampleAudit.Predictions) });
        Assert.StartsWith("2 of 3 groups lie across the split, and 1 of 2 test images have a copy", points[0].Text, StringComparison.Ordinal);
        string[] starts = ["1 group of copies in different classes", "1 candidate: have a person look", "They were not shown to tell more", "2 images: cut such images out anew"];
        Assert.All(points.Skip(1).Zip(starts), p => Assert.StartsWith(p.Second, p.First.Text, StringComparison.Ordinal));
        Assert.Equal(4, AuditAdvice.Of(SampleAudit.Clean(_folder)).Count(p => p.Text.EndsWith("nothing is to be done.", StringComparison.Ordinal)));
    }
}
