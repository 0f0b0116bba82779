using Microsoft.Playwright;
using Xunit;

namespace MathSymbols.Tests.Browser;

/// <summary>What every page of a report has to keep.</summary>
public static class PageChecks
{
    // What the page's own margins leave of A4, in CSS pixels.
    private const int PaperWidth = 672;

    /// <summary>Nothing has been asked for, and the console has been silent.</summary>
    public static void HasStoodAlone(OpenedPage opened)
    {
        Findings.None(opened.Requests);
        Findings.None(opened.Complaints);
    }

    /// <summary>Opens all that is folded and lets axe-core judge the page, and its colours once more in the dark.</summary>
    public static async Task IsAccessibleAsync(OpenedPage opened)
    {
        await opened.ScrollThroughAsync();
        await opened.UnfoldAsync();
        Findings.None(await Axe.JudgeAsync(opened));
        await opened.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        Findings.None(await Axe.JudgeAsync(opened, "color-contrast", "link-in-text-block"));
    }

    /// <summary>The page is as wide as the window; what is wider scrolls in a box of its own.</summary>
    public static async Task FitsAsync(OpenedPage opened)
    {
        await opened.ScrollThroughAsync();
        await opened.UnfoldAsync();
        var width = await opened.EvaluateAsync<double>("innerWidth");
        Assert.Equal(width, await opened.EvaluateAsync<double>("document.scrollingElement.scrollWidth"));
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
        await opened.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await opened.Page.SetViewportSizeAsync(PaperWidth, PaperWidth);
        Findings.None(await opened.TextsAsync(
            """
            [...document.querySelectorAll('figure')].filter(f => {
              const shown = [...f.querySelectorAll('figcaption, img, svg, table, p, ul, pre')].filter(e => e.checkVisibility() && e.getBoundingClientRect().width > 20 && e.getBoundingClientRect().height > 10);
              const caption = f.querySelector('figcaption');
              return (caption && !shown.includes(caption)) || !shown.some(e => e.tagName !== 'FIGCAPTION');
            }).map(f => f.outerHTML.slice(0, 300))
            """));
        Findings.None(await opened.TextsAsync("[...document.querySelectorAll('.nb-code:not([open]), .ms-plot, .nb-tools, .nb-contents')].filter(e => e.checkVisibility()).map(e => e.className)"));
        Findings.None(await opened.TextsAsync("[...document.querySelectorAll('main *')].filter(e => e.checkVisibility() && e.getBoundingClientRect().right > innerWidth + 1).map(e => `cut off: ${e.outerHTML.slice(0, 200)}`)"));
        var pdf = await opened.Page.PdfAsync(new() { Format = "A4", PrintBackground = true });
        var words = await Pdf.TextAsync(pdf);
        foreach (var caption in await opened.TextsAsync("[...document.querySelectorAll('figcaption')].map(c => c.textContent)")) Assert.Contains(Pdf.Letters(caption), words, StringComparison.Ordinal);
    }
}
