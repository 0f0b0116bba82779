using System.Text.RegularExpressions;

namespace MathSymbols.Notebooks.Tests.Parity;

/// <summary>One representation of one output.</summary>
internal sealed record Output(string Kind, string MimeType, string Value);

/// <summary>What became of a cell, without what differs from run to run.</summary>
/// <param name="Error">Null, or what kind of error it was.</param>
/// <param name="Outputs">The outputs in order, text printed in pieces put together.</param>
internal sealed partial record Outcome(string? Error, IReadOnlyList<Output> Outputs)
{
    internal static Outcome Of(IEnumerable<Output> outputs, string? error)
    {
        var joined = new List<Output>();
        foreach (var output in outputs)
        {
            if (output.Kind.StartsWith("std", StringComparison.Ordinal) && joined is [.., var last] && last.Kind == output.Kind) joined[^1] = last with { Value = last.Value + output.Value };
            else joined.Add(output);
        }
        return new Outcome(error is null ? null : Kind(error), [.. joined.Select(o => o with { Value = Clean(o.Value) }).Where(o => o.Value.Length > 0 || o.Kind == "display")]);
    }

    public override string ToString() =>
        $"{Error ?? "ok"}{string.Concat(Outputs.Select(o => $"\n  {o.Kind} {o.MimeType} {o.Value}"))}";

    // A compiler's code or an exception's type says enough; the wording is each program's own.
    private static string Kind(string error)
    {
        if (CompilerCode().Match(error) is { Success: true } code) return code.Value;
        return ExceptionLine().Match(error) is { Success: true } line ? line.Value : "refused";
    }

    private static string Clean(string value)
    {
        value = Style().Replace(value.ReplaceLineEndings("\n"), string.Empty);
        value = Submission().Replace(value, "Submission#");
        return WallTime().Replace(value, "Wall time");
    }

    [GeneratedRegex(@"\bCS\d{4}\b")]
    private static partial Regex CompilerCode();

    [GeneratedRegex(@"^System\.[\w.]*Exception: (x|in csx|lambda|One or more errors occurred\. \(a\) \(b\)|no)$", RegexOptions.Multiline)]
    private static partial Regex ExceptionLine();

    [GeneratedRegex(@"<style>\n?\.dni.*?</style>", RegexOptions.Singleline)]
    private static partial Regex Style();

    [GeneratedRegex(@"Submission#\d+(\+&lt;\w+&gt;d__\d+)?")]
    private static partial Regex Submission();

    [GeneratedRegex(@"^Wall time: [\d.]+(E-\d+)?ms$")]
    private static partial Regex WallTime();
}
