using MathSymbols.Tests.Browser;
using Xunit;

namespace MathSymbols.Cli.Tests.Browser;

/// <summary>Reports with figures in a real browser.</summary>
public sealed class ReportPageTests(ReportPages reports, Chromium chromium) : IClassFixture<ReportPages>, IClassFixture<Chromium>
{
    private const long MostBytes = 12_000_000;

    public static TheoryData<string> Reports => ReportPages.All;

    [Theory]
    [MemberData(nameof(Reports))]
    public async Task Every_chart_is_drawn_follows_the_pages_colours_and_asks_for_nothing(string report)
    {
        await using var opened = await chromium.OpenAsync(reports.PageOf(report));
        await ChartChecks.ShareOneLibraryAsync(opened);
        await ChartChecks.AreDrawnAsync(opened);
        await ChartChecks.FollowTheColoursAsync(opened);
        PageChecks.HasStoodAlone(opened);
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public async Task Axe_finds_nothing_in_light_and_dark(string report)
    {
        await using var opened = await chromium.OpenAsync(reports.PageOf(report));
        await PageChecks.IsAccessibleAsync(opened);
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public async Task The_page_fits_a_telephone(string report)
    {
        await using var opened = await chromium.OpenAsync(reports.PageOf(report), width: 360);
        await PageChecks.FitsAsync(opened);
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public async Task Every_figure_is_printed(string report)
    {
        await using var opened = await chromium.OpenAsync(reports.PageOf(report));
        await PageChecks.PrintsAsync(opened);
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public void The_page_is_one_small_file(string report)
    {
        Assert.SkipUnless(Chromium.IsThere, "The report is made for the browser's tests only.");
        Assert.InRange(new FileInfo(reports.PageOf(report)).Length, 1, MostBytes);
    }
}
