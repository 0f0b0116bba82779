namespace MathSymbols.Notebooks.Events;

/// <summary>Writes each event as a line to a stream at once.</summary>
internal sealed class StreamEventSink(Stream stream) : IEventSink
{
    private readonly Lock _gate = new();

    public void Send(KernelEvent @event)
    {
        var bytes = EventLine.Write(Fit(@event));

        // Characters that take many bytes.
        if (bytes.Length > EventLine.Longest) bytes = EventLine.Write(Fit(@event, most: 0));
        lock (_gate)
        {
            stream.Write(bytes.Span);
            stream.Flush();
        }
    }

    private static KernelEvent Fit(KernelEvent @event, int most = DisplayLimit.One) => @event switch
    {
        Displayed e => e with { Data = Fit(e.Data, most) },
        DisplayUpdated e => e with { Data = Fit(e.Data, most) },
        CellFailed e => e with { Error = e.Error.Shortened() },
        _ => @event,
    };

    private static IReadOnlyDictionary<string, string> Fit(IReadOnlyDictionary<string, string> data, int most) =>
        DisplayLimit.Size(data) is var size && size > most ? DisplayLimit.Note(size) : data;
}
