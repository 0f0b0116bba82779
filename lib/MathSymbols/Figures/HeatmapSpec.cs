namespace MathSymbols.Figures;

/// <summary>A square heatmap as data, drawn by Plotly and by <see cref="Static.StaticHeatmap"/> alike. All tables have shape [rows, columns], the first row on top.</summary>
/// <param name="XTitle">Text below it.</param>
/// <param name="YTitle">Text to its left.</param>
/// <param name="Names">Of rows and columns.</param>
/// <param name="Values">0 to <paramref name="Top"/>.</param>
/// <param name="Texts">What stands in the cells.</param>
/// <param name="Hover">What a cell says when it is pointed at.</param>
/// <param name="Top">The value of the darkest colour, above 0; 0 has the lightest.</param>
internal sealed record HeatmapSpec(string XTitle, string YTitle, string[] Names, double[][] Values, string[][] Texts, string[][] Hover, double Top)
{
    /// <summary>The colour of a cell, <c>#rrggbb</c>.</summary>
    public string Color(int row, int column) => ColorScale.At(Values[row][column] / Top);

    /// <summary>The colour of its text, <c>#rrggbb</c>.</summary>
    public string TextColor(int row, int column) => ColorScale.TextOn(Color(row, column));
}
