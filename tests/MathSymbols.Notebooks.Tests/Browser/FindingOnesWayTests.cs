using MathSymbols.Tests.Browser;
using Microsoft.Playwright;

namespace MathSymbols.Notebooks.Tests.Browser;

/// <summary>The keyboard and the contents.</summary>
[Collection<InBrowser>]
public sealed class FindingOnesWayTests(SmallReport report, Chromium chromium)
{
    private const string Focused = "(e => e.id || e.name || e.hash || e.className || e.tagName)(document.activeElement)";

    [Fact]
    public async Task The_keyboard_reaches_everything_and_the_focus_is_seen()
    {
        await using var opened = await chromium.OpenAsync(report.Page);
        var reached = new List<string>();
        do
        {
            await opened.Page.Keyboard.PressAsync("Tab");
            reached.Add(await opened.EvaluateAsync<string>(Focused));
            Assert.True(await opened.IsAsync("[document.activeElement, document.activeElement.nextElementSibling].some(e => e && getComputedStyle(e).outlineStyle !== 'none')"), reached[^1]);
        }
        while (reached.Count < 12);
        Assert.Equal(["#main", "BUTTON", "#small-cell-9", "nb-toggle-code", "nb-theme", "SUMMARY", "#a-small-report"], reached.Take(7));
        var focusable = await opened.TextsAsync("[...document.querySelectorAll('a[href], button, summary, input:checked, [tabindex=\"0\"]')].filter(e => e.checkVisibility() && e.tabIndex < 0).map(e => e.outerHTML)");
        Findings.None(focusable);
        // Boxes that scroll are among what is reached.
        Assert.True(await opened.IsAsync("[...document.querySelectorAll('.nb-scroll')].filter(b => b.checkVisibility() && b.scrollWidth > b.clientWidth + 1).every(b => b.tabIndex === 0 && b.getAttribute('aria-label'))"));
    }

    [Fact]
    public async Task The_skip_link_leads_to_the_text()
    {
        await using var opened = await chromium.OpenAsync(report.Page);
        await opened.Page.Keyboard.PressAsync("Tab");
        await opened.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("main", await opened.EvaluateAsync<string>(Focused));
    }

    [Fact]
    public async Task The_contents_lead_to_what_failed_and_what_was_slow()
    {
        await using var opened = await chromium.OpenAsync(report.Page);
        Assert.Equal(["cell 3: 12 min 34 s", "cell 9 failed"], await opened.TextsAsync("[...document.querySelectorAll('.nb-toc .nb-mark')].map(m => m.textContent)"));
        await opened.Page.Locator(".nb-mark-failed").ClickAsync();
        await Assertions.Expect(opened.Page.Locator(".nb-cell:target .nb-error")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task On_a_telephone_the_contents_are_a_bar_that_stays_in_sight()
    {
        await using var opened = await chromium.OpenAsync(report.Page, width: 390);
        var first = opened.Page.Locator(".nb-toc a").First;
        await Assertions.Expect(first).ToBeHiddenAsync();
        await opened.ScrollThroughAsync();
        await Assertions.Expect(opened.Page.Locator(".nb-contents summary")).ToContainTextAsync("What fails");
        await opened.Page.Locator(".nb-contents summary").ClickAsync();
        await Assertions.Expect(first).ToBeInViewportAsync();
        await opened.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(first).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Headings_and_captions_carry_links_to_themselves()
    {
        await using var opened = await chromium.OpenAsync(report.Page);
        Findings.None(await opened.TextsAsync("[...document.querySelectorAll('.nb-prose :is(h2, h3) > a.nb-number, figcaption > a')].filter(a => document.querySelectorAll(a.hash).length !== 1).map(a => a.outerHTML)"));
        Assert.Equal(["Figure 1 A square", "Table 1 Many columns", "Figure 2 A second square"], await opened.TextsAsync("[...document.querySelectorAll('figcaption')].map(c => c.textContent)"));
    }
}
