using System.Collections.Frozen;

namespace MathSymbols.Storage.Safetensors;

/// <summary>Names and sizes of the types of a tensor's elements.</summary>
public static class TensorTypes
{
    private static readonly FrozenDictionary<string, TensorType> ByName = Enum.GetValues<TensorType>().ToFrozenDictionary(Name, StringComparer.Ordinal);

    /// <summary>The name the format's header has for it: "F32", "BOOL".</summary>
    /// <param name="type">The type.</param>
    public static string Name(this TensorType type) => type == TensorType.Bool ? "BOOL" : type.ToString();

    /// <summary>Bytes of one element: 1, 2, 4 or 8.</summary>
    /// <param name="type">The type.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is no member of the enumeration.</exception>
    public static int Size(this TensorType type) => type switch
    {
        TensorType.Bool or TensorType.U8 or TensorType.I8 => 1,
        TensorType.I16 or TensorType.U16 or TensorType.F16 or TensorType.BF16 => 2,
        TensorType.I32 or TensorType.U32 or TensorType.F32 => 4,
        TensorType.F64 or TensorType.I64 or TensorType.U64 => 8,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Not a tensor type."),
    };

    /// <summary>Finds a type by the format's name, which is case-sensitive.</summary>
    /// <param name="name">"F32", for example.</param>
    /// <param name="type">The type, if there is one of that name.</param>
    public static bool TryParse(string name, out TensorType type) => ByName.TryGetValue(name, out type);

    // Multiplied from the left, as the format's reference reader does: [2⁶², 2, 0] overflows although it has no elements.
    internal static bool TryGetLength(this TensorType type, ReadOnlySpan<long> shape, out long length)
    {
        Int128 bytes = 1;
        foreach (var extent in shape)
        {
            bytes *= extent;
            if (extent < 0 || bytes > long.MaxValue)
            {
                length = 0;
                return false;
            }
        }

        bytes *= type.Size();
        length = bytes > long.MaxValue ? 0 : (long)bytes;
        return bytes <= long.MaxValue;
    }
}
