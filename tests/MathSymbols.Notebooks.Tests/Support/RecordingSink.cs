using MathSymbols.Notebooks.Events;

namespace MathSymbols.Notebooks.Tests.Support;

internal sealed class RecordingSink : IEventSink
{
    internal List<KernelEvent> Events { get; } = [];

    public void Send(KernelEvent @event)
    {
        lock (Events) Events.Add(@event);
    }
}
