using System.IO.Hashing;

namespace MathSymbols.Storage.Safetensors;

/// <summary>Passes what is written on to another stream, hashes it, and holds each tensor to its length.</summary>
internal sealed class HashedStream(Stream inner) : Stream
{
    private readonly XxHash128 _hash = new();
    private TensorEntry? _tensor;
    private long _left;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>What is written from now on is this tensor.</summary>
    public void Expect(TensorEntry tensor)
    {
        _tensor = tensor;
        _left = tensor.Length;
    }

    /// <summary>Throws when a part of the expected tensor was not written.</summary>
    public void RequireAll()
    {
        if (_left != 0) throw WrongLength($"{_left} bytes fewer");
    }

    /// <summary>The hash of everything written, as 32 hexadecimal digits.</summary>
    public string Hash() => Convert.ToHexStringLower(_hash.GetCurrentHash());

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (buffer.Length > _left) throw WrongLength("more bytes");
        inner.Write(buffer);
        _hash.Append(buffer);
        _left -= buffer.Length;
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void WriteByte(byte value) => Write([value]);

    public override void Flush() => inner.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private InvalidOperationException WrongLength(string how) =>
        new($"The tensor {Printable.Quote(_tensor?.Name ?? "")} wrote {how} than the {_tensor?.Length} of its shape and type.");
}
