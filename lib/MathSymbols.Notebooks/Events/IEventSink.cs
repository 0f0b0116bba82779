namespace MathSymbols.Notebooks.Events;

/// <summary>Where events go, from any thread.</summary>
internal interface IEventSink
{
    void Send(KernelEvent @event);
}
