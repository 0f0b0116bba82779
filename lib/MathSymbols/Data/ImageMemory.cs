using System.Buffers;
using System.Runtime.InteropServices;

namespace MathSymbols.Data;

/// <summary>
/// Memory for one image. Small ones share .NET's pool. A large one is held by one thread at a time and goes back to the system at once:
/// the memory that decoding takes depends on the largest image, not on the number of cores.
/// </summary>
internal sealed unsafe class ImageMemory : IDisposable
{
    private const int Large = 1 << 24;

    private static readonly Lock OneLarge = new();

    private readonly int _bytes;
    private byte[]? _rented;
    private void* _native;

    /// <summary>Takes memory, and waits while another thread holds a large piece and this one is large, too.</summary>
    /// <param name="bytes">How much, at least 1.</param>
    public ImageMemory(int bytes)
    {
        _bytes = bytes;
        if (bytes < Large)
        {
            _rented = ArrayPool<byte>.Shared.Rent(bytes);
            return;
        }

        OneLarge.Enter();
        try
        {
            _native = NativeMemory.Alloc((nuint)bytes);
        }
        catch
        {
            OneLarge.Exit();
            throw;
        }
    }

    /// <summary>The memory, with whatever stood there before.</summary>
    public Span<byte> Span => _rented is not null ? _rented.AsSpan(0, _bytes) : new(_native, _bytes);

    /// <summary>Gives it back; by the thread that took it.</summary>
    public void Dispose()
    {
        if (_rented is not null) ArrayPool<byte>.Shared.Return(_rented);
        if (_native is not null)
        {
            NativeMemory.Free(_native);
            OneLarge.Exit();
        }

        _rented = null;
        _native = null;
    }
}
