namespace MathSymbols.Storage.Safetensors;

/// <summary>One tensor to be written, and how to get at its bytes without holding a copy of them.</summary>
public sealed class TensorEntry
{
    /// <summary>Describes a tensor.</summary>
    /// <param name="name">Its name, unique in the file; not "__metadata__", and without unpaired surrogates.</param>
    /// <param name="type">The type of its elements.</param>
    /// <param name="shape">Its extents, outermost first, each at least 0; empty for a scalar.</param>
    /// <param name="write">Writes its elements, little-endian and row by row: exactly <see cref="Length"/> bytes, in any number of pieces.</param>
    /// <exception cref="ArgumentException">The name is not allowed, an extent is negative, or the length exceeds 2⁶³ - 1 bytes.</exception>
    public TensorEntry(string name, TensorType type, ReadOnlySpan<long> shape, Action<Stream> write)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(write);
        if (name == HeaderFormat.Metadata) throw new ArgumentException($"No tensor can be named '{name}'.", nameof(name));
        HeaderFormat.RequireText(name, nameof(name));
        if (!type.TryGetLength(shape, out var length))
            throw new ArgumentException($"The shape {HeaderFormat.Quote(shape.ToArray())} of {Printable.Quote(name)} has a negative extent or is too large.", nameof(shape));
        Name = name;
        Type = type;
        Shape = Array.AsReadOnly(shape.ToArray());
        Length = length;
        Write = write;
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>The type of its elements.</summary>
    public TensorType Type { get; }

    /// <summary>Its extents, outermost first; empty for a scalar.</summary>
    public IReadOnlyList<long> Shape { get; }

    /// <summary>Bytes: the product of the extents and the element's size.</summary>
    public long Length { get; }

    /// <summary>Writes its elements.</summary>
    public Action<Stream> Write { get; }
}
