using System.Runtime.CompilerServices;

namespace MathSymbols.Storage;

/// <summary>
/// A read-only view of a stream for parsers that trust what they read. Damage can send such a parser round in circles or ever deeper;
/// here it meets an exception in time, instead of a hang or an overflow of the stack.
/// </summary>
/// <param name="inner">A stream that can seek; it stays open. Nothing can be read before <see cref="Allow"/> was called.</param>
internal sealed class GuardedStream(Stream inner) : Stream
{
    // Far more than an honest file needs; an exception that leaves thousands of frames takes seconds and gigabytes.
    private const int StackBytes = 1 << 16;

    private int _reads;
    private long _bytes;
    private nint _stack;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => inner.Length;

    public override long Position { get => inner.Position; set => inner.Position = value; }

    /// <summary>True when more was wanted than was allowed.</summary>
    public bool Exceeded { get; private set; }

    /// <summary>What may be read until the next call, by this thread: as much as the next step of the parsing can need, generously.</summary>
    public void Allow(int reads, long bytes) => (_reads, _bytes, _stack) = (reads, bytes, StackPointer());

    public override int Read(Span<byte> buffer)
    {
        _reads--;
        _bytes -= buffer.Length;
        if (_reads >= 0 && _bytes >= 0 && _stack - StackPointer() < StackBytes) return inner.Read(buffer);
        Exceeded = true;
        throw new InvalidDataException("More was read, or read more deeply, than the file gives reason for.");
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin) => inner.Seek(offset, origin);

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static unsafe nint StackPointer()
    {
        byte here;
        return (nint)(&here);
    }
}
