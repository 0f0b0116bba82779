using MathSymbols.Tests.Browser;

namespace MathSymbols.Notebooks.Tests.Browser;

/// <summary>The page in a real browser.</summary>
[Collection<InBrowser>]
public sealed class SmallReportTests(SmallReport report, Chromium chromium)
{
    [Fact]
    public async Task The_page_asks_for_nothing_and_complains_of_nothing()
    {
        await using var opened = await chromium.OpenAsync(report.Page);
        await opened.ScrollThroughAsync();
        PageChecks.HasStoodAlone(opened);
    }

    [Fact]
    public async Task Axe_finds_nothing_in_light_and_dark()
    {
        await using var opened = await chromium.OpenAsync(report.Page);
        await PageChecks.IsAccessibleAsync(opened);
    }

    [Fact]
    public async Task The_page_fits_a_telephone()
    {
        await using var opened = await chromium.OpenAsync(report.Page, width: 360);
        await PageChecks.FitsAsync(opened);
    }

    [Fact]
    public async Task The_page_prints_every_figure_and_nothing_that_is_folded()
    {
        await using var opened = await chromium.OpenAsync(report.Page);
        await PageChecks.PrintsAsync(opened);
    }
}
