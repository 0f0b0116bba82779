using System.Text.RegularExpressions;
using MathSymbols.Figures;
using Xunit;

namespace MathSymbols.Tests.Figures;

public sealed partial class FigureTests
{
    public static TheoryData<string> Kinds => ["grid", "view", "histogram", "curves"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Hostile_texts_are_shown_as_text(string kind)
    {
        var html = Samples.WithoutPlotly(Create(kind, Samples.Hostile, Samples.Hostile).Html);
        Assert.DoesNotContain("<b>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("onerror=alert(1)>", html, StringComparison.Ordinal);
        Assert.Equal(Opened().Count(html), Closed().Count(html));
        Assert.Contains(System.Net.WebUtility.HtmlEncode(Samples.Hostile), html, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_figure_has_alt_text_numbers_and_a_report(string kind)
    {
        var figure = Create(kind, "add", "profile quick");
        Assert.Contains($"<figure class=\"ms-figure\" data-numbered=\"Figure\" aria-label=\"{System.Net.WebUtility.HtmlEncode(figure.AltText)}\"", figure.Html, StringComparison.Ordinal);
        Assert.True(figure.AltText.Length > 30);
        Assert.All(figure.Table.Rows, row => Assert.Equal(figure.Table.Columns.Count, row.Count));
        Assert.Contains("<summary>Numbers</summary>", figure.Html, StringComparison.Ordinal);
        Assert.Contains("<span class=\"ms-note\">profile quick</span>", figure.Html, StringComparison.Ordinal);
        Assert.Equal(figure.Name, Samples.Report(figure.Html).Name);
        Assert.Single(Regex.Matches(figure.Html, "data-once=\"mathsymbols-figures\""));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void No_figure_asks_the_network_for_anything(string kind)
    {
        var html = Samples.WithoutPlotly(Create(kind, "add", null).Html);
        Assert.DoesNotMatch("(src|href)=\"(?!data:)", html);
        Assert.DoesNotContain("http", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("grid", 2 * (8 * 104 + 8), 2 * (124 + 8))]
    [InlineData("view", 948, 828)]
    [InlineData("histogram", 1800, 680)]
    [InlineData("curves", 1800, 680)]
    public void The_static_image_is_drawn(string kind, int width, int height) =>
        Pixels.AssertDrawn(Create(kind, "add", null), width, height);

    [Fact]
    public void A_grid_keeps_labels_in_order_and_thumbnails_small()
    {
        var figure = SampleGrid.Create([.. Enumerable.Range(0, 32).Select(i => (Samples.Image(seed: i), $"c{i % 19}"))], "Batch");
        Assert.Equal(Enumerable.Range(0, 32).Select(i => $"c{i % 19}"), Samples.Report(figure.Html).Values.GetProperty("labels").EnumerateArray().Select(l => l.GetString()));
        Assert.Equal(32, Regex.Count(figure.Html, "<img alt=\"c\\d+\" src=\"data:image/png;base64,"));
        Assert.Equal(19, figure.Table.Rows.Count);
        Assert.All(Regex.Matches(figure.Html, "base64,([^\"]+)").Select(m => Convert.FromBase64String(m.Groups[1].Value)), png =>
        {
            using var bitmap = SkiaSharp.SKBitmap.Decode(png);
            Assert.Equal((96, 96), (bitmap.Width, bitmap.Height));
        });
    }

    [Fact]
    public void An_empty_grid_is_refused() => Assert.Throws<ArgumentException>(() => SampleGrid.Create([], "None"));

    [Fact]
    public void A_view_of_another_shape_keeps_its_proportions()
    {
        var html = PixelView.Create(Samples.Image(100, 50), "wide").Html;
        Assert.Contains("width=\"360\" height=\"180\"", html, StringComparison.Ordinal);
        Assert.Contains(">100</text>", html, StringComparison.Ordinal);
        Assert.DoesNotContain(">120</text>", html, StringComparison.Ordinal);
    }

    private static Figure Create(string kind, string label, string? note) => kind switch
    {
        "grid" => SampleGrid.Create([(Samples.Image(), label), (Samples.Image(40, 90), "2")], label, note: note, name: label),
        "view" => PixelView.Create(Samples.Image(), label, note, label),
        "histogram" => PixelHistogram.Create(Samples.Image(), label, note, label),
        _ => TrainingCurves.Create(Samples.History(3), label, note, label),
    };

    [GeneratedRegex("<script[ >]")]
    private static partial Regex Opened();

    [GeneratedRegex("</script>")]
    private static partial Regex Closed();
}
