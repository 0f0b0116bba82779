using System.Globalization;
using System.Text.Json.Nodes;
using MathSymbols.Evaluation;
using MathSymbols.Figures.Formatting;
using MathSymbols.Runs;
using MathSymbols.Storage;

namespace MathSymbols.Figures;

/// <summary>Runs compared two by two on the same images with McNemar's exact test, a row a pair.</summary>
[TypeFormatterSource(typeof(HtmlFormatters<McNemarTable>), PreferredMimeTypes = [MimeTypes.Html])]
public sealed class McNemarTable : IHtmlValue
{
    private readonly IReadOnlyList<RunPair> _pairs;
    private readonly string _title;
    private readonly string _note;
    private readonly string _name;

    /// <summary>Shows pairs of runs; those that cannot be compared are counted below the table, with a reason.</summary>
    /// <param name="pairs">The pairs; see <see cref="PairedTest.All"/>. May be none.</param>
    /// <param name="title">What stands above the table.</param>
    /// <param name="note">What a reader should know, in one line; how to read p is said in any case.</param>
    /// <param name="name">The name in report.json.</param>
    public McNemarTable(IReadOnlyList<RunPair> pairs, string title = "Runs compared image by image", string? note = null, string name = "mcnemar")
    {
        ArgumentNullException.ThrowIfNull(pairs);
        ArgumentException.ThrowIfNullOrEmpty(title);
        ArgumentException.ThrowIfNullOrEmpty(name);
        (_pairs, _title, _name) = (pairs, title, name);
        const string Reading = "McNemar's exact test, two-sided: p is the chance of so uneven a split, or a more uneven one, if both runs were equally good. It is not corrected for the number of pairs.";
        _note = note is null ? Reading : $"{note} · {Reading}";
    }

    /// <summary>The columns' names and a row a pair that can be compared.</summary>
    public FigureTable Table => new(
        ["First", "Second", "Images", "Only first right", "Only second right", "p"],
        [.. Tested.Select(p => (IReadOnlyList<object>)[p.Pair.First.Label, p.Pair.Second.Label, p.Test.Count, p.Test.OnlyFirst, p.Test.OnlySecond, Text(p.Test.P)])]);

    /// <summary>The table as an HTML fragment.</summary>
    public string Html => TableHtml.Page(_title, _note, _name, Table, Report(), Untested);

    private IEnumerable<(RunPair Pair, McNemar Test)> Tested => _pairs.Where(p => p.Test is not null).Select(p => (p, p.Test!));

    private string? Untested => _pairs.Where(p => p.Test is null).ToList() is { Count: > 0 } others
        ? string.Create(CultureInfo.InvariantCulture, $"{others.Count} of {_pairs.Count} pairs cannot be compared, among them {others[0].First.Label} and {others[0].Second.Label}: {others[0].Reason}")
        : null;

    /// <inheritdoc/>
    public override string ToString() => TableText.Of(_title, Table) + (Untested is { } untested ? "\n" + untested : "") + "\n" + _note;

    private static string Text(double p) => p < 0.0001 ? "< 0.0001" : p.ToString("0.0000", CultureInfo.InvariantCulture);

    private JsonObject Report() => new()
    {
        ["pairs"] = new JsonArray([.. _pairs.Select(p => new JsonObject
        {
            ["first"] = p.First.Record.Id,
            ["second"] = p.Second.Record.Id,
            ["images"] = p.Test?.Count,
            ["both_right"] = p.Test?.BothRight,
            ["only_first"] = p.Test?.OnlyFirst,
            ["only_second"] = p.Test?.OnlySecond,
            ["both_wrong"] = p.Test?.BothWrong,
            ["p"] = p.Test is { } test ? JsonNumbers.Number(test.P) : null,
            ["reason"] = p.Reason,
        })]),
    };
}
