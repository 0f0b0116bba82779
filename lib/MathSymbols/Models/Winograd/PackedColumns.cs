using static TorchSharp.torch;

namespace MathSymbols.Models.Winograd;

/// <summary>Matrices in the order in which <see cref="RowKernel{T}"/> reads them.</summary>
internal static class PackedColumns
{
    /// <summary>Packs matrices; frees what it makes when called inside a dispose scope.</summary>
    /// <param name="matrices">float32, [M, terms, O].</param>
    /// <param name="columns">Columns done at once, a divisor of O.</param>
    /// <returns>float32, [M, O / columns, terms, columns].</returns>
    public static Tensor Pack(Tensor matrices, int columns) =>
        matrices.reshape(matrices.shape[0], matrices.shape[1], -1, columns).permute(0, 2, 1, 3).contiguous();
}
