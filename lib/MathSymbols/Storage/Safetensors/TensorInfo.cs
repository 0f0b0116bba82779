namespace MathSymbols.Storage.Safetensors;

/// <summary>What a file's header says of one tensor.</summary>
/// <param name="Type">The type of its elements.</param>
/// <param name="Shape">Its extents, outermost first, each at least 0; empty for a scalar.</param>
/// <param name="Offset">Where its bytes start, counted from the start of the data section.</param>
/// <param name="Length">How many bytes it has: the product of the extents and the element's size.</param>
public sealed record TensorInfo(TensorType Type, IReadOnlyList<long> Shape, long Offset, long Length);
