using System.Text;

namespace MathSymbols.Notebooks.Events;

/// <summary>Stands in for Console.Out or Console.Error: text becomes events, a line at a time.</summary>
internal sealed class EventTextWriter(IEventSink sink, Func<string, KernelEvent> wrap) : TextWriter
{
    private const int Enough = 8192;

    private readonly StringBuilder _pending = new();
    private readonly Lock _gate = new();

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => Write([value]);

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(string? value) => Write(value.AsSpan());

    public override void WriteLine(string? value)
    {
        if (value is { Length: > Enough })
        {
            Write(value.AsSpan());
            value = null;
        }
        Write((value + "\n").AsSpan());
    }

    public override void WriteLine() => Write("\n");

    public override void Write(ReadOnlySpan<char> buffer)
    {
        lock (_gate)
        {
            while (!buffer.IsEmpty)
            {
                var piece = buffer[..Math.Min(buffer.Length, Enough)];
                buffer = buffer[piece.Length..];
                _pending.Append(piece);
                if (piece.Contains('\n') || _pending.Length > Enough) SendPending();
            }
        }
    }

    public override void Flush()
    {
        lock (_gate) SendPending();
    }

    private void SendPending()
    {
        // Half of a pair of surrogates is no character: it waits for the other half.
        var length = _pending.Length;
        if (length > 0 && char.IsHighSurrogate(_pending[length - 1])) length--;
        if (length == 0) return;
        sink.Send(wrap(_pending.ToString(0, length)));
        _pending.Remove(0, length);
    }
}
