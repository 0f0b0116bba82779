using System.Text;

namespace MathSymbols.Notebooks.Events;

/// <summary>Stands in for Console.Out or Console.Error: text becomes events.</summary>
/// <param name="pending">The same for both, so that what they write stays in order.</param>
/// <param name="wrap">Makes an event of text.</param>
internal sealed class EventTextWriter(PendingText pending, Func<string, KernelEvent> wrap) : TextWriter
{
    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => Write([value]);

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(string? value) => Write(value.AsSpan());

    public override void WriteLine(string? value)
    {
        if (value is { Length: > PendingText.Enough })
        {
            Write(value.AsSpan());
            value = null;
        }
        Write((value + "\n").AsSpan());
    }

    public override void WriteLine() => Write("\n");

    public override void Write(ReadOnlySpan<char> buffer) => pending.Write(buffer, wrap);

    public override void Flush() => pending.Flush();
}
