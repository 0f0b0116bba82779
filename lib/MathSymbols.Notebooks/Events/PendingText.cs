using System.Text;

namespace MathSymbols.Notebooks.Events;

/// <summary>
/// What the console's two writers are about to send, in the order it was written. Text goes out at once, so that it stands before what a child
/// process prints next; only pieces of lines that come faster than anyone reads wait for those after them, or for the end of the cell.
/// </summary>
internal sealed class PendingText
{
    /// <summary>The most characters in one event.</summary>
    internal const int Enough = 8192;

    private const int PiecesAtOnce = 64;

    // In milliseconds.
    private const int Interval = 20;

    private readonly IEventSink _sink;
    private readonly StringBuilder _text = new();
    private readonly Lock _gate = new();
    private Func<string, KernelEvent>? _origin;
    private long _since;
    private int _pieces;

    internal PendingText(IEventSink sink) => _sink = sink;

    /// <summary>Takes text that becomes an event of the writer's kind.</summary>
    internal void Write(ReadOnlySpan<char> text, Func<string, KernelEvent> origin)
    {
        lock (_gate)
        {
            if (_origin != origin) Send(_text.Length);
            _origin = origin;
            while (!text.IsEmpty)
            {
                var piece = text[..Math.Min(text.Length, Enough)];
                text = text[piece.Length..];
                _text.Append(piece);
                if (piece.Contains('\n') || _text.Length > Enough || IsCalm()) Send(Complete());
            }
        }
    }

    internal void Flush()
    {
        lock (_gate)
        {
            Send(Complete());
        }
    }

    private bool IsCalm()
    {
        var now = Environment.TickCount64;
        if (now - _since >= Interval) (_since, _pieces) = (now, 0);
        return _pieces++ < PiecesAtOnce;
    }

    // Half of a pair of surrogates is no character: it waits for the other half.
    private int Complete() => _text.Length > 0 && char.IsHighSurrogate(_text[^1]) ? _text.Length - 1 : _text.Length;

    private void Send(int length)
    {
        if (length == 0) return;
        _sink.Send(_origin!(_text.ToString(0, length)));
        _text.Remove(0, length);
    }
}
