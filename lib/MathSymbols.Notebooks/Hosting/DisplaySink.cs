using System.Runtime.CompilerServices;
using MathSymbols.Notebooks.Events;
using MathSymbols.Notebooks.Reports;
using Microsoft.DotNet.Interactive.Formatting;

namespace MathSymbols.Notebooks.Hosting;

/// <summary>Turns shown values into events; checks the numbers they carry for report.json.</summary>
internal sealed class DisplaySink(IEventSink events)
{
    private readonly ConditionalWeakTable<DisplayedValue, string> _shown = [];

    // One subscription a process; it follows whichever sink is current.
    static DisplaySink() => Formatter.SubscribeToDisplayedValues(v => Current.Show(v));

    /// <summary>The sink of this process: a child runs one notebook.</summary>
    internal static DisplaySink Current { get; set; } = new(new DiscardingSink());

    /// <summary>Shows content of one MIME type.</summary>
    internal static void Show(string mimeType, string content) => content.DisplayAs(mimeType);

    /// <summary>Shows a value, or replaces what it showed before.</summary>
    internal DisplayedValue Show(DisplayedValue value)
    {
        var data = new Dictionary<string, string>();
        foreach (var formatted in value.FormattedValues) data[formatted.MimeType] = formatted.Value;
        ReportValues.Check(data);
        Flush();
        var isNew = _shown.TryAdd(value, value.DisplayId);
        events.Send(isNew ? new Displayed(value.DisplayId, data) : new DisplayUpdated(value.DisplayId, data));
        return value;
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
