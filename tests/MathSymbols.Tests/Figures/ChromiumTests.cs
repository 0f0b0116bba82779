using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using MathSymbols.Figures;
using Xunit;

namespace MathSymbols.Tests.Figures;

/// <summary>Figures in a real browser, from a file, also where module loaders are about.</summary>
public sealed partial class ChromiumTests
{
    private const string Chromium = "/usr/bin/chromium";

    private const string ModuleLoaders = """
        <script>window.define = function () { window.loaderCalled = true }; define.amd = {}; window.module = { exports: {} }; window.exports = {}</script>
        """;

    // Waits for the charts, then changes the page's colour and waits for them to follow.
    private const string Probe = """
        <script>
        var errors = [], tries = 0; addEventListener('error', function (e) { errors.push(e.message) });
        function axisColour() { return getComputedStyle(document.querySelector('.ms-plot .xtick text')).fill }
        (function wait() {
          if (document.querySelectorAll('.ms-chart[data-live]').length < 2 && tries++ < 200) return setTimeout(wait, 50);
          var before = axisColour(); document.body.style.color = 'rgb(220, 221, 222)';
          setTimeout(function () {
            var result = { plotly: typeof window.Plotly, loaderCalled: !!window.loaderCalled, errors: errors,
              bars: document.querySelectorAll('.ms-plot .bars .point').length, lines: document.querySelectorAll('.ms-plot .scatterlayer .trace').length,
              markers: document.querySelectorAll('.ms-plot .scatterlayer .point').length, before: before, after: axisColour(),
              imagesShown: [].filter.call(document.querySelectorAll('.ms-chart > img'), function (i) { return i.offsetWidth }).length,
              requests: performance.getEntriesByType('resource').filter(function (r) { return !/^data:/.test(r.name) }).length };
            document.body.insertAdjacentHTML('beforeend', '<pre id="result"></pre>');
            document.getElementById('result').textContent = JSON.stringify(result);
          }, 500);
        })();
        </script>
        """;

    [Fact]
    public async Task Charts_are_drawn_and_follow_the_pages_colours()
    {
        Assert.SkipUnless(File.Exists(Chromium), $"{Chromium} is not installed.");
        // The first chart of a process carries plotly.js; here it is put into the page by hand, so that the test's order does not matter.
        var page = "<body style='color:rgb(10, 11, 12)'>" + ModuleLoaders + ChartHtml.PlotlyScript()
            + Samples.WithoutPlotly(PixelHistogram.Create(Samples.Image(), Samples.Hostile).Html)
            + Samples.WithoutPlotly(TrainingCurves.Create(Samples.History(3), Samples.Hostile).Html) + Probe;
        var result = await Run(page);
        Assert.Equal("object", result.GetProperty("plotly").GetString());
        Assert.False(result.GetProperty("loaderCalled").GetBoolean());
        Assert.Equal(0, result.GetProperty("errors").GetArrayLength());
        Assert.Equal(266, result.GetProperty("bars").GetInt32());
        Assert.Equal(4, result.GetProperty("lines").GetInt32());
        Assert.Equal(12, result.GetProperty("markers").GetInt32());
        Assert.Equal("rgb(10, 11, 12)", result.GetProperty("before").GetString());
        Assert.Equal("rgb(220, 221, 222)", result.GetProperty("after").GetString());
        Assert.Equal(0, result.GetProperty("imagesShown").GetInt32());
        Assert.Equal(0, result.GetProperty("requests").GetInt32());
    }

    private static async Task<JsonElement> Run(string body)
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var page = Path.Combine(folder.FullName, "page.html");
            await File.WriteAllTextAsync(page, "<!doctype html><meta charset=\"utf-8\">" + body, TestContext.Current.CancellationToken);
            using var browser = Process.Start(new ProcessStartInfo(Chromium, [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--user-data-dir=" + Path.Combine(folder.FullName, "profile"),
                "--virtual-time-budget=20000", "--window-size=1000,800", "--dump-dom", new Uri(page).AbsoluteUri])
            { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var errors = browser.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            var dom = await browser.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await browser.WaitForExitAsync(TestContext.Current.CancellationToken);
            var result = Result().Match(dom);
            Assert.True(result.Success, $"The page gave no result. {await errors}");
            return JsonDocument.Parse(System.Net.WebUtility.HtmlDecode(result.Groups[1].Value)).RootElement;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [GeneratedRegex("""<pre id="result">(\{.*?)</pre>""")]
    private static partial Regex Result();
}
