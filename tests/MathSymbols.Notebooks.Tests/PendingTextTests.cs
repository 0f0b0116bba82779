using System.Text;
using MathSymbols.Notebooks.Events;
using MathSymbols.Notebooks.Tests.Support;

namespace MathSymbols.Notebooks.Tests;

public sealed class PendingTextTests : IDisposable
{
    private readonly RecordingSink _sink = new();
    private readonly EventTextWriter _output;
    private readonly EventTextWriter _errors;

    public PendingTextTests()
    {
        var pending = new PendingText(_sink);
        _output = new EventTextWriter(pending, t => new StandardOutput(t));
        _errors = new EventTextWriter(pending, t => new StandardError(t));
    }

    public void Dispose()
    {
        _output.Dispose();
        _errors.Dispose();
    }

    [Fact]
    public void Pieces_of_lines_are_sent_at_once_in_the_order_they_were_written()
    {
        _output.Write("a");
        _errors.Write("b");
        _output.Write("c");
        _output.WriteLine("d");
        Assert.Equal([new StandardOutput("a"), new StandardError("b"), new StandardOutput("c"), new StandardOutput("d\n")], _sink.Events);
    }

    [Fact]
    public void A_flood_of_pieces_is_put_together()
    {
        const int Many = 1_000_000;
        for (var i = 0; i < Many; i++) _output.Write('x');
        _output.Flush();
        Assert.Equal(Many, _sink.Events.Sum(e => Text(e).Length));
        Assert.InRange(_sink.Events.Count, 1, Many / 10);
    }

    [Fact]
    public void A_flood_of_turns_stays_in_order()
    {
        var expected = new StringBuilder();
        for (var i = 0; i < 10_000; i++)
        {
            var writer = i % 3 == 0 ? _errors : _output;
            writer.Write((char)('a' + i % 26));
            expected.Append((char)('a' + i % 26));
        }
        _output.Flush();
        Assert.Equal(expected.ToString(), string.Concat(_sink.Events.Select(Text)));
    }

    private static string Text(KernelEvent @event) => @event switch
    {
        StandardOutput e => e.Text,
        StandardError e => e.Text,
        _ => throw new InvalidOperationException(@event.ToString()),
    };
}
