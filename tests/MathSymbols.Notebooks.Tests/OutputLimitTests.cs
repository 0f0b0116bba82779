using System.Text;
using MathSymbols.Notebooks.Events;
using MathSymbols.Notebooks.Running;
using MathSymbols.Notebooks.Tests.Support;

namespace MathSymbols.Notebooks.Tests;

public class OutputLimitTests
{
    private readonly RecordingSink _sink = new();

    private static Displayed Show(string id, int length) => new(id, new Dictionary<string, string> { ["text/html"] = new('x', length) });

    private static string Last(CellOutputs outputs) => Assert.IsType<TextOutput>(outputs.All[^1]).Text;

    [Fact]
    public void Printing_and_showing_without_end_is_counted_and_said()
    {
        var outputs = new CellOutputs();
        for (var i = 0; i < CellOutputs.MostOutputs + 5; i++)
        {
            outputs.Print(i % 2 == 0 ? TextOrigin.Output : TextOrigin.Error, "0123456789");
            Assert.Equal(i < CellOutputs.MostOutputs / 2, outputs.Show(new DisplayOutput(new Dictionary<string, string>())));
        }
        Assert.Equal(CellOutputs.MostOutputs + 1, outputs.All.Count);
        Assert.Equal("… 50,050 more characters were printed and 5,005 more outputs were shown; they are left out here.", Last(outputs));
    }

    [Fact]
    public void Text_in_turns_of_both_kinds_is_cut_all_together()
    {
        var outputs = new CellOutputs();
        var text = new string('x', CellOutputs.MostText / 4);
        for (var i = 0; i < 6; i++) outputs.Print(i % 2 == 0 ? TextOrigin.Output : TextOrigin.Error, text);
        Assert.Equal(CellOutputs.MostText, outputs.All.SkipLast(1).Cast<TextOutput>().Sum(t => t.Text.Length));
        Assert.Contains("524,288 more characters", Last(outputs), StringComparison.Ordinal);
    }

    [Fact]
    public void A_notebooks_outputs_have_one_room_and_an_update_gives_back_its_own()
    {
        using var folder = new TempFolder();
        var run = new NotebookRun(folder.Write("a.dib", "1"));
        const int Third = DisplayLimit.Notebook / 3;
        foreach (var e in (KernelEvent[])[new CellStarted(1), Show("1", Third), Show("2", Third), Show("3", Third + 10), new DisplayUpdated("1", Show("1", 1).Data), Show("4", Third)]) run.Apply(e);
        var data = run.Cells[0].Outputs.Cast<DisplayOutput>().Select(o => o.Data).ToList();
        Assert.Equal([1, Third, null, Third], data.Select(d => d.TryGetValue("text/html", out var html) ? html.Length : (int?)null));
        Assert.StartsWith("… An output of 22,369,631 characters is left out here", data[2]["text/plain"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_null_that_was_shown_is_empty()
    {
        using var folder = new TempFolder();
        var run = new NotebookRun(folder.Write("a.dib", "1"));
        foreach (var e in (KernelEvent[])[new CellStarted(1), new Displayed("1", new Dictionary<string, string> { ["text/html"] = null! })]) run.Apply(EventLine.Read(EventLine.Write(e).Span, whole: true).Event!);
        Assert.Equal("", Assert.IsType<DisplayOutput>(run.Cells[0].Outputs[0]).Data["text/html"]);
        Assert.Empty(run.Values());
    }

    [Fact]
    public void What_is_too_long_for_an_event_is_replaced_on_its_way()
    {
        using var stream = new MemoryStream();
        var sink = new StreamEventSink(stream);

        // Each of these takes six bytes.
        foreach (var e in (KernelEvent[])[Show("1", DisplayLimit.One + 1), new Displayed("2", new Dictionary<string, string> { ["text/html"] = new('\u0001', DisplayLimit.One / 2) }), new CellFailed(1, 0, new CellError("runtime", new string('m', 10_000_000)))]) sink.Send(e);
        Assert.InRange(stream.Length, 1, 10_000);
        var events = Encoding.UTF8.GetString(stream.ToArray()).TrimEnd().Split('\n').Select(l => EventLine.Read(Encoding.UTF8.GetBytes(l), whole: true).Event).ToList();
        Assert.All(events.Take(2), e => Assert.Contains("is left out here", Assert.IsType<Displayed>(e).Data["text/plain"], StringComparison.Ordinal));
        Assert.StartsWith("mmm", Assert.IsType<CellFailed>(events[2]).Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Long_text_comes_in_pieces_that_cut_no_character()
    {
        var pending = new PendingText(_sink);
        using var writer = new EventTextWriter(pending, t => new StandardOutput(t));
        var text = "x" + string.Concat(Enumerable.Repeat("😀", 20_000));
        writer.WriteLine(text);
        writer.Write("no end");
        writer.Flush();
        var pieces = _sink.Events.Cast<StandardOutput>().Select(e => e.Text).ToList();
        Assert.Equal(text + "\nno end", string.Concat(pieces));
        Assert.All(pieces, p => Assert.True(p.Length < 20_000 && !char.IsHighSurrogate(p[^1]) && !char.IsLowSurrogate(p[0])));
    }
}
