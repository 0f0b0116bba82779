namespace MathSymbols.Storage.Safetensors;

/// <summary>The types of a tensor's elements that are read and written; the format's complex and 8-bit or smaller floating-point types are not.</summary>
public enum TensorType
{
    /// <summary>A truth value in one byte, 0 or 1.</summary>
    Bool,

    /// <summary>Unsigned, 8 bits.</summary>
    U8,

    /// <summary>Signed, 8 bits.</summary>
    I8,

    /// <summary>Signed, 16 bits.</summary>
    I16,

    /// <summary>Unsigned, 16 bits.</summary>
    U16,

    /// <summary>Floating point, 16 bits (IEEE half).</summary>
    F16,

    /// <summary>Floating point, 16 bits (bfloat16: float32 without its lower half).</summary>
    BF16,

    /// <summary>Signed, 32 bits.</summary>
    I32,

    /// <summary>Unsigned, 32 bits.</summary>
    U32,

    /// <summary>Floating point, 32 bits.</summary>
    F32,

    /// <summary>Floating point, 64 bits.</summary>
    F64,

    /// <summary>Signed, 64 bits.</summary>
    I64,

    /// <summary>Unsigned, 64 bits.</summary>
    U64,
}
