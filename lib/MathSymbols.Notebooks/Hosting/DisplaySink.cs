using System.Globalization;
using MathSymbols.Notebooks.Events;
using MathSymbols.Notebooks.Reports;
using Microsoft.DotNet.Interactive;

namespace MathSymbols.Notebooks.Hosting;

/// <summary>Turns shown values into events; checks the numbers they carry for report.json.</summary>
internal sealed class DisplaySink(IEventSink events)
{
    private int _count;

    /// <summary>The sink of this process: a child runs one notebook.</summary>
    internal static DisplaySink Current { get; set; } = new(new DiscardingSink());

    internal DisplayedValue Show(IReadOnlyDictionary<string, string> data)
    {
        ReportValues.Check(data);
        Flush();
        var id = Interlocked.Increment(ref _count).ToString(CultureInfo.InvariantCulture);
        events.Send(new Displayed(id, data));
        return new DisplayedValue(this, id, [.. data.Keys]);
    }

    internal void Replace(string id, IReadOnlyDictionary<string, string> data)
    {
        ReportValues.Check(data);
        Flush();
        events.Send(new DisplayUpdated(id, data));
    }

    // What was printed before the display comes before it.
    private static void Flush()
    {
        Console.Out.Flush();
        Console.Error.Flush();
    }

    private sealed class DiscardingSink : IEventSink
    {
        public void Send(KernelEvent @event)
        {
        }
    }
}
