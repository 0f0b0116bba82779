namespace MathSymbols.Figures;

/// <summary>The script that a notebook's charts share, for pages made of notebooks in which the figure that carried it is gone.</summary>
public static class ChartScript
{
    /// <summary>The key by which charts ask for it: <c>data-needs</c> on a chart's own script.</summary>
    public static string Key => ChartHtml.PlotlyKey;

    /// <summary>The JavaScript (3.6 MB), without its element.</summary>
    /// <exception cref="PlotlyNotFoundException">The folder plotly is not beside the library.</exception>
    public static string Source() => ChartHtml.PlotlySource();
}
