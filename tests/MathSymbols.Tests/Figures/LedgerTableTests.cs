using System.Net;
using System.Text.RegularExpressions;
using MathSymbols.Figures;
using MathSymbols.Ledger;
using MathSymbols.Tests.Ledger;
using Xunit;

namespace MathSymbols.Tests.Figures;

public sealed class LedgerTableTests : IDisposable
{
    private readonly LedgerWorkshop _workshop = new();

    public void Dispose() => _workshop.Dispose();

    [Fact]
    public void Every_figure_is_shown_once_with_its_verdicts_and_stands_in_the_report()
    {
        _workshop.Own(_workshop.AlexNet());
        _workshop.Own(_workshop.Vgg19());
        var ledger = _workshop.Ledger();
        var table = new LedgerTable(ledger, note: "quick profile");
        var (name, values) = Samples.Report(table.Html);
        Assert.Equal(("ledger", ledger.Rows.Count), (name, values.GetProperty("rows").GetArrayLength()));
        Assert.Equal(LedgerCount.Of(ledger.Rows.Select(r => r.This)).Agrees, values.GetProperty("this_run").GetProperty("agrees").GetInt32());
        var accuracy = values.GetProperty("rows").EnumerateArray().Single(r => r.GetProperty("id").GetString() == "alexnet/test-accuracy");
        Assert.Equal(("0.8193", "0.8333", "agrees"), (accuracy.GetProperty("report").GetString(), accuracy.GetProperty("this_run").GetProperty("value").GetString(), accuracy.GetProperty("this_run").GetProperty("verdict").GetString()));
        Assert.Equal(2, accuracy.GetProperty("this_run").GetProperty("interval").GetArrayLength());

        var places = ledger.Rows.Where(r => r.Figure.Place is not null).ToList();
        var sections = ledger.Rows.Where(r => r.Figure.Place is null).ToList();
        Assert.Equal(sections.Select(r => r.Figure.Section).Distinct(), Regex.Matches(table.Html, "scope=\"rowgroup\" colspan=\"5\">(.*?)</th>").Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)));
        Assert.Equal(sections.Count, Regex.Count(table.Html, "<td class=\"ms-why\">"));
        Assert.Equal(3, Regex.Count(table.Html, "<details>"));
        Assert.Equal(places.Count, Regex.Count(table.Html, "<td class=\"ms-group\">"));
        Assert.Contains("≠ differs", WebUtility.HtmlDecode(table.Html), StringComparison.Ordinal);
        Assert.Contains("quick profile · This run: alexnet-1, vgg19-1 · Committed full run", WebUtility.HtmlDecode(table.Html), StringComparison.Ordinal);
        Assert.Equal(ledger.Rows.Count, table.Table.Rows.Count);
        Assert.Contains(ledger.Summary, table.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Points_are_a_list_and_hostile_ones_are_shown_as_text()
    {
        var list = new Sentences("points", [new("One", "is said."), new("Another.", Samples.Hostile)], "Title", "note");
        Assert.Contains("<li><strong>One:</strong> is said.</li><li><strong>Another.</strong> ", list.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", list.Html, StringComparison.Ordinal);
        var (name, values) = Samples.Report(list.Html);
        Assert.Equal(("points", Samples.Hostile), (name, values.GetProperty("points")[1].GetProperty("text").GetString()));
        Assert.StartsWith("Title\n- One: is said.\n- Another. ", list.ToString(), StringComparison.Ordinal);
    }
}
