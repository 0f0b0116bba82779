namespace MathSymbols.Figures;

/// <summary>A chart as data, drawn by Plotly and by <see cref="Static.StaticChart"/> alike.</summary>
/// <param name="Panels">The sub-plots, left to right.</param>
internal sealed record ChartSpec(params IReadOnlyList<ChartPanel> Panels);

/// <summary>One pair of axes.</summary>
/// <param name="Title">Text above it.</param>
/// <param name="XTitle">Text below it.</param>
/// <param name="YTitle">Text to its left.</param>
/// <param name="Series">What is drawn, in order.</param>
internal sealed record ChartPanel(string Title, string XTitle, string YTitle, params IReadOnlyList<ChartSeries> Series)
{
    /// <summary>Both ends of the x axis, or null to fit the data.</summary>
    public (double Low, double High)? XRange { get; init; }

    /// <summary>Both ends of the y axis, or null to fit the data.</summary>
    public (double Low, double High)? YRange { get; init; }

    /// <summary>The distance of x ticks, or 0 to choose it.</summary>
    public double XStep { get; init; }
}

/// <summary>Points of one name and colour.</summary>
/// <param name="Name">As the legend shows it.</param>
/// <param name="Color"><c>#rrggbb</c>.</param>
/// <param name="X">One value a point.</param>
/// <param name="Y">As many as <paramref name="X"/>; NaN leaves a gap.</param>
internal abstract record ChartSeries(string Name, string Color, double[] X, double[] Y);

/// <summary>A line, with a marker at each point unless something is said.</summary>
internal sealed record LineSeries(string Name, string Color, double[] X, double[] Y) : ChartSeries(Name, Color, X, Y)
{
    /// <summary>Drawn with dashes, and without markers unless there is only one point: for what stands beside the figure's own lines.</summary>
    public bool Dashed { get; init; }

    /// <summary>Drawn without markers, for a line of many points.</summary>
    public bool Plain { get; init; }

    /// <summary>Whether its points are marked; a single one is in any case, so that it is seen.</summary>
    public bool HasMarkers => X.Length == 1 || !(Dashed || Plain);
}

/// <summary>Bars centred on X, of height Y above Base, all Width wide (axis units).</summary>
internal sealed record BarSeries(string Name, string Color, double[] X, double[] Y, double Width, double Base) : ChartSeries(Name, Color, X, Y);
