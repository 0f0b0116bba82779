using System.Text.Json;

namespace MathSymbols.Notebooks.Events;

/// <summary>One line of a child's standard output: an event, or what native code printed there.</summary>
internal static class EventLine
{
    private const string Start = "{\"event\":";

    internal static string Write(KernelEvent @event) => JsonSerializer.Serialize(@event, EventJson.Relaxed.KernelEvent);

    /// <summary>Splits a line into the text printed before an event (null if none) and the event (null if none).</summary>
    internal static (string? Text, KernelEvent? Event) Read(string line)
    {
        var at = line.IndexOf(Start, StringComparison.Ordinal);
        if (at < 0) return (line + "\n", null);
        try
        {
            var parsed = JsonSerializer.Deserialize(line.AsSpan(at), EventJson.Relaxed.KernelEvent);
            return (at > 0 ? line[..at] : null, parsed);
        }
        catch (JsonException)
        {
            return (line + "\n", null);
        }
    }
}
