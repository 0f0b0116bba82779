namespace MathSymbols.Plotly;

/// <summary>Plotly.NET behind BCL types: values in, strings out.</summary>
public static class PlotlyCharts
{
}
