using MathSymbols.Notebooks.Events;

namespace MathSymbols.Notebooks.Tests;

public class EventLineTests
{
    [Fact]
    public void Events_survive_the_pipe()
    {
        KernelEvent[] events =
        [
            new NotebookStarted("n", 3), new CellStarted(1), new StandardOutput("a\n\"b\"\u2028"), new StandardError("e"),
            new CellFinished(1, 1.5), new NotebookFinished(true),
        ];
        Assert.Equal(events, events.Select(e => EventLine.Read(EventLine.Write(e)).Event));
        Assert.All(events, e => Assert.DoesNotContain('\n', EventLine.Write(e)));
    }

    [Fact]
    public void A_failure_keeps_its_error()
    {
        var read = (CellFailed)EventLine.Read(EventLine.Write(new CellFailed(2, 1, new CellError("runtime", "m", "f", 3, "c", ["s"])))).Event!;
        Assert.Equal(("runtime", "m", "f", 3, "c"), (read.Error.Kind, read.Error.Message, read.Error.File, read.Error.Line, read.Error.Code));
        Assert.Equal(["s"], read.Error.Stack);
    }

    [Theory]
    [InlineData("native text", "native text\n")]
    [InlineData("{\"event\":\"cellStarted\"", "{\"event\":\"cellStarted\"\n")]
    [InlineData("{\"event\":\"nothing known\"}", "{\"event\":\"nothing known\"}\n")]
    public void Other_lines_are_text(string line, string text) => Assert.Equal((text, null), EventLine.Read(line));

    [Fact]
    public void Native_text_without_a_line_end_is_cut_off_the_event() =>
        Assert.Equal(("50 %", new CellStarted(7)), EventLine.Read("50 %{\"event\":\"cellStarted\",\"cell\":7}"));
}
