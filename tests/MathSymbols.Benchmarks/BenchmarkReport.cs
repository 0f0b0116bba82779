using System.Globalization;
using System.Text;

namespace MathSymbols.Benchmarks;

/// <summary>Collects a part's figures, prints each as it comes, and gives them as a section of Markdown.</summary>
internal sealed class BenchmarkReport
{
    private readonly StringBuilder _rows = new();
    private readonly string _conditions;

    public BenchmarkReport(string part, string machine, string data)
    {
        _conditions = $"{Environment.ProcessorCount} cores; {machine}; {data}.";
        Console.WriteLine($"{part}: {_conditions}");
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

    public string ToMarkdown() => $"{_conditions}\n\n| what | figure |\n|---|---|\n{_rows}";
}
