using System.Buffers;
using System.Text;
using System.Text.Json;

namespace MathSymbols.Notebooks.Events;

/// <summary>One line of a child's standard output: an event, or what native code printed there.</summary>
internal static class EventLine
{
    /// <summary>The most bytes an event may take on its way.</summary>
    internal const int Longest = 2 * DisplayLimit.One;

    private static ReadOnlySpan<byte> Start => "{\"event\":"u8;

    /// <summary>The event with the line's end.</summary>
    internal static ReadOnlyMemory<byte> Write(KernelEvent @event)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = EventJson.Relaxed.Options.Encoder })) JsonSerializer.Serialize(writer, @event, EventJson.Relaxed.KernelEvent);
        buffer.Write("\n"u8);
        return buffer.WrittenMemory;
    }

    /// <summary>Splits a line into the text printed before an event (null if none) and the event (null if none).</summary>
    /// <param name="line">The line with its end, or a piece of it.</param>
    /// <param name="whole">Whether it is the whole line: half an event is nobody's text.</param>
    internal static (string? Text, KernelEvent? Event) Read(ReadOnlySpan<byte> line, bool whole)
    {
        // Within an event no quote stands bare, so what starts last is the event.
        var at = line.LastIndexOf(Start);
        if (at < 0) return (Encoding.UTF8.GetString(line), null);
        if (!whole) return (Before(line, at), null);
        try
        {
            return (Before(line, at), JsonSerializer.Deserialize(line[at..], EventJson.Relaxed.KernelEvent));
        }
        catch (JsonException)
        {
            return (Encoding.UTF8.GetString(line), null);
        }
    }

    private static string? Before(ReadOnlySpan<byte> line, int at) => at > 0 ? Encoding.UTF8.GetString(line[..at]) : null;
}
