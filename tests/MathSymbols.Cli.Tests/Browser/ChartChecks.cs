using MathSymbols.Tests.Browser;
using Microsoft.Playwright;
using Xunit;

namespace MathSymbols.Cli.Tests.Browser;

/// <summary>What a report with charts has to keep besides.</summary>
internal static class ChartChecks
{
    /// <summary>Every chart is drawn once it has been scrolled to, with as many traces as its figure has, in the room kept for it.</summary>
    public static async Task AreDrawnAsync(OpenedPage opened)
    {
        await opened.ScrollThroughAsync();
        await opened.Page.WaitForFunctionAsync("[...document.querySelectorAll('.ms-chart')].every(c => c.dataset.live)");
        var wrong = await opened.TextsAsync(
            """
            [...document.querySelectorAll('.ms-chart')].map(chart => {
              const wanted = JSON.parse(document.getElementById(chart.id + '-data').textContent).data.length, plot = chart.querySelector('.ms-plot');
              const drawn = [...plot.querySelectorAll('.scatterlayer > .trace, .barlayer > .trace, .heatmaplayer > .hm')].filter(t => t.getBoundingClientRect().width > 0).length;
              const image = chart.querySelector('img');
              return wanted > 0 && plot._fullData.length === wanted && drawn === wanted && !image.checkVisibility() && chart.clientHeight === plot._fullLayout.height ? '' : `${image.alt}: ${wanted} wanted, ${plot._fullData.length} known, ${drawn} drawn, ${chart.clientHeight} high`;
            }).filter(Boolean)
            """);
        Findings.None(wrong);
    }

    /// <summary>Charts stand in one document with one copy of plotly.js.</summary>
    public static async Task ShareOneLibraryAsync(OpenedPage opened)
    {
        var charts = await opened.EvaluateAsync<double>("document.querySelectorAll('.ms-chart').length");
        var copies = await opened.EvaluateAsync<double>("[...document.scripts].filter(s => s.textContent.includes('plotly.js v')).length");
        Assert.Equal(charts > 0 ? 1 : 0, copies);
    }

    /// <summary>The text of every chart, all being drawn, has the page's colour, whatever it is changed to.</summary>
    public static async Task FollowTheColoursAsync(OpenedPage opened)
    {
        var light = await ColoursAsync(opened);
        await opened.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await opened.Page.WaitForFunctionAsync("before => [...document.querySelectorAll('.ms-plot .xtick text')].every(t => getComputedStyle(t).fill !== before)", light.Single());
        Assert.Equal(await opened.EvaluateAsync<string>("getComputedStyle(document.querySelector('.ms-chart')).color"), (await ColoursAsync(opened)).Single());
    }

    private static Task<string[]> ColoursAsync(OpenedPage opened) =>
        opened.TextsAsync("[...new Set([...document.querySelectorAll('.ms-plot .xtick text')].map(t => getComputedStyle(t).fill))]");
}
