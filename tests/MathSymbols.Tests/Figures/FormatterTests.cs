using MathSymbols.Figures;
using Microsoft.DotNet.Interactive.Formatting;
using Xunit;

namespace MathSymbols.Tests.Figures;

/// <summary>The notebook engine's own formatting package, which the library does not reference.</summary>
public sealed class FormatterTests
{
    [Fact]
    public void The_engine_shows_a_figure_as_html_and_png()
    {
        var figure = SampleGrid.Create([(Samples.Image(), "add")], "Grid");
        Assert.Equal(["text/html", "image/png"], Formatter.GetPreferredMimeTypesFor(typeof(Figure)));
        Assert.Equal(figure.Html, figure.ToDisplayString("text/html"));
        Assert.Equal(figure.Png.ToArray(), Convert.FromBase64String(figure.ToDisplayString("image/png")));
        Assert.Equal("Grid: 1 image in rows of 8, labelled add.", figure.ToDisplayString("text/plain"));
    }

    [Fact]
    public void The_engine_shows_facts_as_a_table()
    {
        var facts = new Facts("f") { { "images", "Images", 10071 } };
        Assert.Equal(["text/html"], Formatter.GetPreferredMimeTypesFor(typeof(Facts)));
        Assert.Equal(facts.Html, facts.ToDisplayString("text/html"));
        Assert.Equal("Images  10,071", facts.ToDisplayString("text/plain"));
    }
}
