using System.Text.Json;
using System.Text.RegularExpressions;
using MathSymbols.Data;
using MathSymbols.Training;

namespace MathSymbols.Tests.Figures;

/// <summary>Small images, histories and readers for the figures' tests.</summary>
internal static partial class Samples
{
    public const string Hostile = "</script><b>\"it's\" & <img src=x onerror=alert(1)>";

    public static PixelImage Image(int width = 224, int height = 224, int seed = 1)
    {
        var planes = new byte[3 * width * height];
        var random = new Random(seed);
        Array.Fill(planes, (byte)255);
        for (var i = 0; i < planes.Length / 10; i++)
            planes[random.Next(planes.Length)] = (byte)random.Next(256);
        return new PixelImage(width, height, planes);
    }

    public static History History(int epochs) => new(Enumerable.Range(1, epochs)
        .Select(e => new EpochResult(e, 2.0 / e, 1 - 0.5 / e, 3.0 / e, 1 - 0.7 / e, 1e-3, 1, 100)).ToArray());

    /// <summary>What the report runner finds: data-report name and JSON.</summary>
    public static (string Name, JsonElement Values) Report(string html)
    {
        var match = ReportScript().Match(html);
        return (System.Net.WebUtility.HtmlDecode(match.Groups[1].Value), JsonDocument.Parse(match.Groups[2].Value).RootElement);
    }

    /// <summary>The Plotly figure inside a chart's HTML.</summary>
    public static JsonElement Chart(string html) => JsonDocument.Parse(ChartScript().Match(html).Groups[1].Value).RootElement;

    /// <summary>The HTML without its first chart's plotly.js.</summary>
    public static string WithoutPlotly(string html) => PlotlyScript().Replace(html, "");

    [GeneratedRegex("""<script type="application/json" data-report="([^"]*)">(.*?)</script>""", RegexOptions.Singleline)]
    private static partial Regex ReportScript();

    [GeneratedRegex("""<script type="application/json" id="[^"]*-data">(.*?)</script>""", RegexOptions.Singleline)]
    private static partial Regex ChartScript();

    [GeneratedRegex("""<script data-once="plotly-2.28.0">.*?</script>""", RegexOptions.Singleline)]
    private static partial Regex PlotlyScript();
}
