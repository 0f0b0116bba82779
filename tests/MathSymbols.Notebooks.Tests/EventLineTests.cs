using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using MathSymbols.Notebooks.Events;
using MathSymbols.Notebooks.Running;

namespace MathSymbols.Notebooks.Tests;

public class EventLineTests
{
    private static readonly KernelEvent[] Events =
    [
        new NotebookStarted("n", 3), new CellStarted(1), new StandardOutput("a\n\"b\"\u2028"), new StandardError("e"), new CellFinished(1, 1.5), new NotebookFinished(true),
    ];

    private static readonly KernelEvent[] More =
    [
        new Displayed("1", new Dictionary<string, string> { ["text/html"] = "<b>{\"event\":</b>" }), new DisplayUpdated("1", new Dictionary<string, string> { ["text/plain"] = "x" }),
        new CellFailed(2, 1, new CellError("runtime", "m", "f", 3, "c", ["s"])),
    ];

    private static (string? Text, KernelEvent? Event) Read(string line, bool whole = true) => EventLine.Read(Encoding.UTF8.GetBytes(line), whole);

    [Fact]
    public void Events_survive_the_pipe()
    {
        Assert.Equal(Events, Events.Select(e => EventLine.Read(EventLine.Write(e).Span, whole: true).Event));
        Assert.All(Events.Concat(More), e => Assert.Equal([EventLine.Write(e).Length - 1], EventLine.Write(e).ToArray().Index().Where(b => b.Item == '\n').Select(b => b.Index)));
    }

    [Fact]
    public void A_failure_keeps_its_error()
    {
        var read = (CellFailed)EventLine.Read(EventLine.Write(More[2]).Span, whole: true).Event!;
        Assert.Equal(("runtime", "m", "f", 3, "c"), (read.Error.Kind, read.Error.Message, read.Error.File, read.Error.Line, read.Error.Code));
        Assert.Equal(["s"], read.Error.Stack);
    }

    [Theory]
    [InlineData("native text\n")]
    [InlineData("{\"event\":\"cellStarted\"\n")]
    [InlineData("{\"event\":\"nothing known\"}\n")]
    [InlineData("{\"event\":\"display\"}\n")]
    [InlineData("{\"event\":\"display\",\"id\":\"1\",\"data\":null}\n")]
    public void Other_lines_are_text(string line) => Assert.Equal((line, null), Read(line));

    [Theory]
    [InlineData("50 %")]
    [InlineData("{\"event\":\"cellFin")]
    public void Native_text_without_a_line_end_is_cut_off_the_event(string text) =>
        Assert.Equal((text, new CellStarted(7)), Read(text + "{\"event\":\"cellStarted\",\"cell\":7}\n"));

    [Fact]
    public void Half_an_event_at_the_end_is_nobodys_text() => Assert.Equal(("50 %", null), Read("50 %{\"event\":\"cellSta", whole: false));

    [Property(MaxTest = 300)]
    public Property No_damage_to_an_event_breaks_the_reader_or_the_run()
    {
        var damaged = from @event in Gen.Elements(Events.Concat(More).ToArray())
                      from edits in Gen.Choose(0, 3).SelectMany(n => (from at in Gen.Choose(0, 400) from value in Gen.Choose(0, 255) from cut in Gen.Elements(true, false) select (at, value, cut)).ListOf(n))
                      select edits.Aggregate(EventLine.Write(@event).ToArray(), (line, e) => e.cut && e.at < line.Length ? [.. line[..e.at], .. line[(e.at + 1)..]] : [.. line.Select((b, i) => i == e.at ? (byte)e.value : b)]);
        return Prop.ForAll(damaged.ToArbitrary(), line =>
        {
            var run = new NotebookRun("nowhere.dib");
            run.Apply(new CellStarted(1));
            var (text, @event) = EventLine.Read(line, whole: true);
            Assert.True(text is not null || @event is not null);
            if (@event is not null) run.Apply(@event);
            Assert.NotNull(run.Values());
        });
    }
}
