using System.Reflection;
using Panel = (string Title, string XTitle, string YTitle, double[] XRange, double[] YRange, double XStep,
    (string Name, string Color, double[] X, double[] Y, bool Dashed, bool Markers)[] Lines,
    (string Name, string Color, double[] X, double[] Y, double Width, double Base)[] Bars);
using HeatmapCells = (string[] Names, double[][] Values, string[][] Texts, string[][] TextColors, string[][] Hover);

namespace MathSymbols.Figures;

/// <summary>Calls <c>MathSymbols.Plotly.PlotlyCharts</c> across its own load context, with BCL types only.</summary>
internal sealed class PlotlyBridge
{
    private const string AssemblyFile = "MathSymbols.Plotly.dll";

    private static readonly Lazy<PlotlyBridge> Loaded = new(() => new PlotlyBridge(DefaultFolder));
    private readonly Func<Panel[], string> _panels;
    private readonly Func<string, string, HeatmapCells, double, string[], string> _heatmap;
    private readonly Func<string> _plotlyJs;

    /// <summary>Loads the assembly from a folder.</summary>
    /// <exception cref="PlotlyNotFoundException">The folder has no MathSymbols.Plotly.dll.</exception>
    public PlotlyBridge(string folder)
    {
        var path = Path.Combine(folder, AssemblyFile);
        if (!File.Exists(path))
            throw new PlotlyNotFoundException(path);
        Context = new PlotlyContext(folder);
        var charts = Context.LoadFromAssemblyPath(path).GetType("MathSymbols.Plotly.PlotlyCharts", throwOnError: true)!;
        _panels = Method<Func<Panel[], string>>(charts, "Panels");
        _heatmap = Method<Func<string, string, HeatmapCells, double, string[], string>>(charts, "Heatmap");
        _plotlyJs = Method<Func<string>>(charts, "PlotlyJs");
    }

    /// <summary>The process's bridge, loaded at first use.</summary>
    public static PlotlyBridge Shared => Loaded.Value;

    /// <summary>The sub-folder plotly of the library's own folder; the host program's folder plays no part.</summary>
    public static string DefaultFolder => Path.Combine(Path.GetDirectoryName(typeof(PlotlyBridge).Assembly.Location) ?? "", "plotly");

    /// <summary>Where the assemblies live.</summary>
    public PlotlyContext Context { get; }

    /// <summary>The chart as a Plotly figure in JSON.</summary>
    public string Json(ChartSpec chart) => _panels(chart.Panels.Select(Panel).ToArray());

    /// <summary>The heatmap as a Plotly figure in JSON.</summary>
    public string Json(HeatmapSpec heatmap)
    {
        var textColors = heatmap.Values.Select((row, i) => row.Select((_, j) => heatmap.TextColor(i, j)).ToArray()).ToArray();
        return _heatmap(heatmap.XTitle, heatmap.YTitle, (heatmap.Names, heatmap.Values, heatmap.Texts, textColors, heatmap.Hover), heatmap.Top, [.. ColorScale.YlGnBu]);
    }

    /// <summary>The source of plotly.js.</summary>
    public string PlotlyJs() => _plotlyJs();

    private static Panel Panel(ChartPanel p) =>
        (p.Title, p.XTitle, p.YTitle, Range(p.XRange), Range(p.YRange), p.XStep,
            p.Series.OfType<LineSeries>().Select(s => (s.Name, s.Color, s.X, s.Y, s.Dashed, s.HasMarkers)).ToArray(),
            p.Series.OfType<BarSeries>().Select(s => (s.Name, s.Color, s.X, s.Y, s.Width, s.Base)).ToArray());

    private static double[] Range((double Low, double High)? range) => range is { } r ? [r.Low, r.High] : [];

    private static T Method<T>(Type type, string name)
        where T : Delegate => type.GetMethod(name, BindingFlags.Public | BindingFlags.Static)!.CreateDelegate<T>();
}
