using System.Text;

namespace MathSymbols.Notebooks.Events;

/// <summary>Writes each event as a line to a stream at once.</summary>
internal sealed class StreamEventSink(Stream stream) : IEventSink
{
    private readonly Lock _gate = new();

    public void Send(KernelEvent @event)
    {
        var bytes = Encoding.UTF8.GetBytes(EventLine.Write(@event) + "\n");
        lock (_gate)
        {
            stream.Write(bytes);
            stream.Flush();
        }
    }
}
