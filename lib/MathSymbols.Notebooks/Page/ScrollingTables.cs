using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace MathSymbols.Notebooks.Page;

/// <summary>Puts a markdown table into a box of its own, which scrolls where the table is too wide.</summary>
internal sealed class ScrollingTables : HtmlObjectRenderer<Table>
{
    private readonly HtmlTableRenderer _tables = new();

    protected override void Write(HtmlRenderer renderer, Table obj)
    {
        renderer.Write("<div class=\"nb-scroll\" data-label=\"Table\">");
        _tables.Write(renderer, obj);
        renderer.WriteLine("</div>");
    }
}
