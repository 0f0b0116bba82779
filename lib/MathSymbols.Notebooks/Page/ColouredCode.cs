using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace MathSymbols.Notebooks.Page;

/// <summary>Code blocks of markdown cells: C# in the colours of the code cells.</summary>
internal sealed class ColouredCode : HtmlObjectRenderer<CodeBlock>
{
    protected override void Write(HtmlRenderer renderer, CodeBlock obj)
    {
        var code = obj.Lines.ToString();
        var isCSharp = obj is FencedCodeBlock { Info: "csharp" or "cs" or "c#" };
        renderer.Write("<pre class=\"nb-scroll\" data-label=\"Code\"><code>");
        renderer.Write(isCSharp ? CodeColours.ToHtml(code) : HtmlText.Escape(code));
        renderer.WriteLine("</code></pre>");
    }
}
