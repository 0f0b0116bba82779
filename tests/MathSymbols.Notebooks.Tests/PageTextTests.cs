using System.Net;
using System.Text.RegularExpressions;
using FsCheck.Xunit;
using MathSymbols.Notebooks.Page;
using MathSymbols.Notebooks.Progress;

namespace MathSymbols.Notebooks.Tests;

public partial class PageTextTests
{
    [Fact]
    public void Headings_are_numbered_and_anchored_uniquely()
    {
        var list = new SectionList(new Anchors("main"));
        var sections = new[] { list.Add(1, "Data"), list.Add(2, "Näher: a/b"), list.Add(2, "Data"), list.Add(1, "Data"), list.Add(3, "Deep"), list.Add(1, "IX · Own number"), list.Add(2, "3 × 3"), list.Add(1, "Main") };
        Assert.Equal(["1", "1.1", "1.2", "2", "2.1.1", "IX", "9.1", "10"], sections.Select(s => s.Number));
        Assert.Equal(["data", "näher-a-b", "data-2", "data-3", "deep", "ix-own-number", "3-3", "main-2"], sections.Select(s => s.Id));
    }

    [Theory]
    [InlineData("II · Load", "II", 2, "Load")]
    [InlineData("2.3. Counts", "2.3", 3, "Counts")]
    [InlineData("XIV) Last", "XIV", 14, "Last")]
    [InlineData("3 × 3 kernels", null, 0, null)]
    [InlineData("I am", null, 0, null)]
    [InlineData("2026. A year", null, 0, null)]
    public void A_heading_may_bring_its_own_number(string heading, string? number, int value, string? rest)
    {
        var own = OwnNumber.Find(heading);
        Assert.Equal((number, value, rest), (own?.Text, own?.Value ?? 0, own is null ? null : heading[own.Length..]));
    }

    [Fact]
    public void Code_is_coloured()
    {
        var html = CodeColours.ToHtml("#r \"a.dll\"\nvar x = $\"a {1 + 2}\"; // done");
        Assert.Contains("<span class=\"nb-d\">#r &quot;a.dll&quot;</span>", html, StringComparison.Ordinal);
        Assert.Contains("<span class=\"nb-k\">var</span>", html, StringComparison.Ordinal);
        Assert.Contains("{<span class=\"nb-n\">1</span>", html, StringComparison.Ordinal);
        Assert.Contains("<span class=\"nb-c\">// done</span>", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("(")]
    [InlineData("a<")]
    [InlineData("[")]
    [InlineData("{")]
    public void Code_nested_beyond_reason_is_shown_without_colours(string opened)
    {
        var code = string.Concat(Enumerable.Repeat(opened, 50_000));
        Assert.Equal(HtmlText.Escape(code), CodeColours.ToHtml(code));
    }

    [Property(MaxTest = 200)]
    public void Coloured_code_is_still_the_code(string? code)
    {
        var text = (code ?? string.Empty).Replace('\0', ' ');
        Assert.Equal(text, WebUtility.HtmlDecode(Tags().Replace(CodeColours.ToHtml(text), string.Empty)));
    }

    [Theory]
    [InlineData("\u001b[31mred\u001b[0m\n", "red")]
    [InlineData("10 %\r50 %\r100 %\nnext\r\n", "100 %\nnext")]
    public void Printed_text_looks_as_in_a_terminal(string text, string shown) => Assert.Equal(shown, ConsoleText.Clean(text));

    [Theory]
    [InlineData(0.0424, "42 ms")]
    [InlineData(1.04, "1.0 s")]
    [InlineData(59.97, "1 min 0 s")]
    [InlineData(3599.7, "1 h 0 min")]
    [InlineData(7260, "2 h 1 min")]
    public void Durations_are_short(double seconds, string text) => Assert.Equal(text, Wording.Duration(seconds));

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();
}
