namespace MathSymbols.Figures;

/// <summary>An interactive chart in HTML, with its static image until plotly.js is there.</summary>
internal static class ChartHtml
{
    // plotly.js looks for module loaders before it registers window.Plotly; a notebook page may have both kinds.
    private const string PlotlyOpen = "(function(define,module,exports){";
    private const string PlotlyClose = "\n}).call(window);window.dispatchEvent(new Event('plotly-ready'));";

    /// <summary>What charts ask for by <c>data-needs</c>: where the figure that carries plotly.js is gone, the page's maker brings it.</summary>
    public const string PlotlyKey = "plotly-2.28.0";

    private static string? _carrier;

    /// <summary>
    /// The chart's elements; those of a process's first chart carry plotly.js (3.6 MB), also when its cell is run again: the page that
    /// shows them may be a new one.
    /// </summary>
    /// <param name="figure">Its name, alt text and static image.</param>
    /// <param name="plotly">What <see cref="PlotlyBridge"/> made of the chart.</param>
    /// <param name="classes">The element's classes, in figures.css.</param>
    public static string Content(Figure figure, string plotly, string classes = "ms-chart")
    {
        var id = FigureHtml.NewId();
        var json = FigureHtml.InScript(plotly);
        var image = FigureHtml.DataUri(figure.Png.Span);
        return $"""
            {PlotlyOnce(figure.Name)}<script data-once="mathsymbols-charts">{Resource.Text("charts.js")}</script>
            <div class="{classes}" id="{id}"><img alt="{FigureHtml.Encode(figure.AltText)}" src="{image}"></div>
            <script type="application/json" id="{id}-data">{json}</script>
            <script data-needs="{PlotlyKey}">mathSymbolsChart("{id}")</script>
            """;
    }

    /// <summary>The script element with plotly.js.</summary>
    public static string PlotlyScript() => $"<script data-once=\"{PlotlyKey}\">{PlotlySource()}</script>";

    /// <summary>plotly.js, made to register window.Plotly wherever it stands.</summary>
    public static string PlotlySource() => PlotlyOpen + PlotlyBridge.Shared.PlotlyJs() + PlotlyClose;

    private static string PlotlyOnce(string name) => (Interlocked.CompareExchange(ref _carrier, name, null) ?? name) == name ? PlotlyScript() : "";
}
