using MathSymbols.Notebooks.Page;
using MathSymbols.Notebooks.Tests.Support;

namespace MathSymbols.Notebooks.Tests;

public sealed class FragmentTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Render(string html, params (string Key, string Text)[] scripts) =>
        new Fragments(new HoistedParts(scripts.ToDictionary(s => s.Key, s => s.Text)), new FigureNumbers(new Anchors())).Render(html, _folder.Path);

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    [Theory]
    [InlineData("<b>x</b><!-- todo", "<b>x</b>")]
    [InlineData("<script>var a = 1 < 2;", "<script>var a = 1 < 2;</script>")]
    [InlineData("<textarea>x", "<textarea>x</textarea>")]
    [InlineData("</div></div></section></main>x", "x")]
    [InlineData("<table><tr><td>", "<table><tbody><tr><td></td></tr></tbody></table>")]
    [InlineData("<details><summary>s</summary>x", "<details><summary>s</summary>x</details>")]
    [InlineData("x<p title=\"", "x")]
    [InlineData("<button><div><button>x", "<button><div></div></button><button>x</button>")]
    public void What_is_left_open_is_closed_and_what_closes_more_is_dropped(string html, string rendered) => Assert.Equal(rendered, Render(html));

    [Theory]
    [InlineData("<plaintext>x")]
    [InlineData("<script><!--<script>")]
    public void What_cannot_be_closed_is_shown_as_its_source(string html)
    {
        var rendered = Render(html);
        Assert.Contains("here is its source.</p>", rendered, StringComparison.Ordinal);
        Assert.Contains(HtmlText.Escape(html) + "</pre>", rendered, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_nested_too_deeply_or_grows_without_bounds_is_shown_as_its_source()
    {
        // Each of these paragraphs opens all 400 anew: 20 million elements.
        var formats = string.Concat(Enumerable.Range(0, 400).Select(i => $"<b a={i}>"));
        string[] pieces = [Repeat("<div>", 100_000), Repeat("<b>", 100_000), Repeat("<svg>", 50_000), Repeat("<a><div>", 30_000), Repeat("<table><td>", 30_000), $"<p>{formats}" + Repeat("<p>x", 50_000)];
        Assert.All(pieces, p => Assert.StartsWith("<p class=\"nb-note\">This HTML is nested too deeply", Render(p), StringComparison.Ordinal));
    }

    [Fact]
    public void A_megabyte_of_unfinished_tags_is_read_once()
    {
        Assert.Equal("", Render(Repeat("<figure ", 130_000)));
        Assert.Equal("", Render(Repeat("<script ", 130_000)));
        Assert.Equal("", Render(Repeat("<figcaption 'x", 100_000)));
        Assert.Equal(100_000, Render(Repeat("<p>x", 100_000)).Split("<p>x</p>").Length - 1);
    }

    [Theory]
    [InlineData("<base href=\"http://x/\"><meta http-equiv=refresh content=0><link rel=preconnect href=//x><title>t</title><b>x</b>")]
    [InlineData("<script type=\"SpeculationRules \">{}</script><script type=importmap>{}</script><b>x</b>")]
    public void What_acts_on_the_whole_page_is_left_out(string html) => Assert.Equal("<b>x</b>", Render(html));

    [Fact]
    public void Scripts_drawings_and_templates_stay_as_they_are()
    {
        const string Html = "<script type=\"module\">if (a < b && c) s = \"</div><figcaption>\";\n\n</script><svg viewBox=\"0 0 1 1\"><title>t</title><style>a{}</style><foreignObject><p>x</p></foreignObject></svg>"
            + "<template><script>1 < 2</script></template><pre>\n\nx &lt; y&nbsp;</pre><img alt=\"a\">";
        Assert.Equal(Html, Render(Html));
    }

    [Fact]
    public void A_script_at_hand_comes_before_an_outputs_own_of_that_key()
    {
        var rendered = Render("<script data-once=\"lib\" type=\"application/json\"></script><script data-needs=\"lib\">use()</script>", ("lib", "var Lib;"));
        Assert.Equal("<script data-once=\"lib\">var Lib;</script><script data-needs=\"lib\">use()</script>", rendered);
    }

    [Fact]
    public void A_style_of_a_drawing_goes_to_the_head_and_its_script_stays_text()
    {
        var hoisted = new HoistedParts(new Dictionary<string, string> { ["lib"] = "a < b" });
        var rendered = new Fragments(hoisted, new FigureNumbers(new Anchors())).Render("<svg><style data-once=\"s\">a&gt;b{}</style><script data-once=\"lib\">x</script></svg>", _folder.Path);
        Assert.Equal("<svg><script data-once=\"lib\">a &lt; b</script></svg>", rendered);
        Assert.Equal("<style data-once=\"s\">a>b{}</style>\n", hoisted.Styles);
    }

    [Fact]
    public void Pictures_in_html_are_put_into_the_page_or_become_links()
    {
        _folder.Write("p.png", "png");
        Assert.Equal("<img src=\"data:image/png;base64,cG5n\">", Render("<img src=p.png srcset='p2.png 2x'>"));
        Assert.Equal("<a href=\"http://x/y.png\">a &lt; b</a>", Render("<img src=http://x/y.png alt='a < b'>"));
        Assert.Equal("<a href=\"http://x/\">http://x/y.png</a>", Render("<a href=http://x/><img src=http://x/y.png></a>"));
    }
}
