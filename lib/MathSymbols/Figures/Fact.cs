using System.Globalization;

namespace MathSymbols.Figures;

/// <summary>One named value.</summary>
/// <param name="Key">Its name in report.json.</param>
/// <param name="Label">Its name in the table.</param>
/// <param name="Value">A long, double, string, bool or string[].</param>
public sealed record Fact(string Key, string Label, object Value)
{
    /// <summary>A .NET numeric format for doubles.</summary>
    public string Format { get; init; } = "G6";

    /// <summary>The value as the table shows it.</summary>
    public string Text => Value switch
    {
        double d => d.ToString(Format, CultureInfo.InvariantCulture),
        bool b => b ? "yes" : "no",
        string[] list => string.Join(", ", list),
        _ => FigureHtml.Text(Value),
    };
}
