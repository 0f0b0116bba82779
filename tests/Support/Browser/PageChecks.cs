using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace MathSymbols.Tests.Browser;

/// <summary>What every page of a report has to keep.</summary>
public static class PageChecks
{
    /// <summary>Reads the page to its end: nothing is asked for, and the console stays silent.</summary>
    public static async Task StandsAloneAsync(OpenedPage opened)
    {
        await opened.ScrollThroughAsync();
        Findings.None(opened.Requests);
        Findings.None(opened.Complaints);
    }

    /// <summary>Opens all that is folded and lets axe-core judge the page.</summary>
    public static async Task IsAccessibleAsync(OpenedPage opened)
    {
        await opened.ScrollThroughAsync();
        await opened.Page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
        var result = await opened.Page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
        Findings.None([.. result.Violations.SelectMany(v => v.Nodes.Select(n => $"{v.Impact} {v.Id}: {v.Help}: {n.Html}"))]);
    }

    /// <summary>The page is as wide as the window; what is wider scrolls in a box of its own.</summary>
    public static async Task FitsAsync(OpenedPage opened)
    {
        await opened.ScrollThroughAsync();
        await opened.Page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
        var width = await opened.NumberAsync("innerWidth");
        Assert.Equal(width, await opened.NumberAsync("document.scrollingElement.scrollWidth"));
        Findings.None(await opened.TextsAsync(
            """
            [...document.querySelectorAll('main *, header *')]
              .filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.nb-scroll, .ms-scroll, svg, .ms-plot'))
              .map(e => e.outerHTML.slice(0, 200))
            """));
    }

    /// <summary>On paper every figure has its caption and a picture or a table, and what is folded stays out.</summary>
    public static async Task PrintsAsync(OpenedPage opened)
    {
        await opened.ScrollThroughAsync();
        await opened.Page.EmulateMediaAsync(new() { Media = Media.Print });
        Findings.None(await opened.TextsAsync(
            """
            [...document.querySelectorAll('figure')].filter(f => {
              const shown = [...f.querySelectorAll('figcaption, img, svg, table, p, ul, pre')].filter(e => e.checkVisibility() && e.getBoundingClientRect().width > 20 && e.getBoundingClientRect().height > 10);
              const caption = f.querySelector('figcaption');
              return (caption && !shown.includes(caption)) || !shown.some(e => e.tagName !== 'FIGCAPTION');
            }).map(f => f.outerHTML.slice(0, 300))
            """));
        Findings.None(await opened.TextsAsync("[...document.querySelectorAll('.nb-code:not([open]), .ms-plot, .nb-tools, .nb-contents')].filter(e => e.checkVisibility()).map(e => e.className)"));
        var pdf = await opened.Page.PdfAsync(new() { Format = "A4", PrintBackground = true });
        var words = await Pdf.TextAsync(pdf);
        foreach (var caption in await opened.TextsAsync("[...document.querySelectorAll('figcaption')].map(c => c.textContent)")) Assert.Contains(Pdf.Letters(caption), words, StringComparison.Ordinal);
    }
}
