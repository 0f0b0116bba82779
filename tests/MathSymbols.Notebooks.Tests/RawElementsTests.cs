using MathSymbols.Notebooks.Reports;

namespace MathSymbols.Notebooks.Tests;

public class RawElementsTests
{
    [Fact]
    public void Elements_are_found_with_attributes_in_any_quotes()
    {
        var found = RawElements.Find("<p>a</p><SCRIPT type=module data-Once='k&amp;l' defer>1 < 2</SCRIPT ><style media=\"print\">p{}</style>").ToList();
        Assert.Equal(["script", "style"], found.Select(e => e.Tag));
        Assert.Equal(["1 < 2", "p{}"], found.Select(e => e.Content));
        Assert.Equal(("module", "k&l", ""), (found[0].Attribute("type"), found[0].Attribute("data-once"), found[0].Attribute("defer")));
    }

    [Fact]
    public void What_stands_in_a_script_or_a_comment_is_no_element()
    {
        var found = RawElements.Find("<!-- <script>no</script> --><script>var s = '<script data-once=\"x\">';</script><scripted></scripted>").ToList();
        Assert.Equal("var s = '<script data-once=\"x\">';", Assert.Single(found).Content);
    }

    [Fact]
    public void Removing_keeps_the_rest_as_it_was() =>
        Assert.Equal("<p>a</p>b<i>", RawElements.Remove("<p>a</p><script data-once=\"k\">1</script><style>2</style>b<i>"));

    [Fact]
    public void An_empty_comment_ends_at_once() => Assert.Single(RawElements.Find("<!--><script>1</script> -->"));

    [Fact]
    public void A_megabyte_of_unfinished_tags_is_read_once() => Assert.Empty(RawElements.Find(string.Concat(Enumerable.Repeat("<script ", 130_000))));

    [Theory]
    [InlineData("<script")]
    [InlineData("<script a='")]
    [InlineData("<script =\"\" = >x")]
    [InlineData("<script>x</scr")]
    [InlineData("<!-- ")]
    [InlineData("<")]
    public void Broken_html_ends(string html) => Assert.True(RawElements.Find(html).Count() <= 1);
}
