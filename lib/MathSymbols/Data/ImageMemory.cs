using System.Buffers;
using System.Runtime.InteropServices;

namespace MathSymbols.Data;

/// <summary>
/// Memory for one image. Small ones share .NET's pool; the others' goes back to the system at once. What no photograph needs is held by
/// one thread at a time, so that a folder of giants takes the memory of one, however many cores there are.
/// </summary>
internal sealed unsafe class ImageMemory : IDisposable
{
    private const int Pooled = 1 << 24;
    private const int Giant = 100_000_000;

    private static readonly Lock OneGiant = new();

    private readonly int _bytes;
    private byte[]? _rented;
    private void* _native;

    /// <summary>Takes memory, and waits while another thread holds a giant and this one is one, too.</summary>
    /// <param name="bytes">How much, at least 1.</param>
    public ImageMemory(int bytes)
    {
        _bytes = bytes;
        if (bytes < Pooled)
        {
            _rented = ArrayPool<byte>.Shared.Rent(bytes);
            return;
        }

        if (IsGiant) OneGiant.Enter();
        try
        {
            _native = NativeMemory.Alloc((nuint)bytes);
        }
        catch
        {
            if (IsGiant) OneGiant.Exit();
            throw;
        }
    }

    /// <summary>The memory, with whatever stood there before.</summary>
    public Span<byte> Span => _rented is not null ? _rented.AsSpan(0, _bytes) : new(_native, _bytes);

    private bool IsGiant => _bytes >= Giant;

    /// <summary>Gives it back; by the thread that took it.</summary>
    public void Dispose()
    {
        if (_rented is not null) ArrayPool<byte>.Shared.Return(_rented);
        if (_native is not null)
        {
            NativeMemory.Free(_native);
            if (IsGiant) OneGiant.Exit();
        }

        _rented = null;
        _native = null;
    }
}
