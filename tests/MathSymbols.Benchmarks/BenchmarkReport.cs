using System.Globalization;
using System.Text;

namespace MathSymbols.Benchmarks;

/// <summary>Collects lines of figures, prints each as it comes, and writes them as Markdown.</summary>
internal sealed class BenchmarkReport
{
    private readonly StringBuilder _rows = new();
    private readonly string _heading;

    public BenchmarkReport(string machine, string data)
    {
        _heading = $"{Environment.ProcessorCount} cores; {machine}; {data}.";
        Console.WriteLine(_heading);
    }

    /// <summary>Adds one figure.</summary>
    /// <param name="what">What was measured.</param>
    /// <param name="figure">The figure with its unit.</param>
    public void Add(string what, FormattableString figure)
    {
        var text = figure.ToString(CultureInfo.InvariantCulture);
        Console.WriteLine($"{what}: {text}");
        _rows.Append("| ").Append(what).Append(" | ").Append(text).Append(" |\n");
    }

    public string ToMarkdown() => $"# Measured by `bench`\n\n{_heading}\n\n| what | figure |\n|---|---|\n{_rows}";
}
