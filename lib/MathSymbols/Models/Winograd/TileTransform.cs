using System.Runtime.CompilerServices;

namespace MathSymbols.Models.Winograd;

/// <summary>
/// The transforms of F(4×4, 3×3) for one tile and one vector of channels: Winograd's minimal filtering with the points 0, ±1, ±2 and infinity
/// (Lavin and Gray, 2016, Fast Algorithms for Convolutional Neural Networks, section 4). A tile of 6 × 6 inputs gives 36 factors; 36 products give 4 × 4 outputs.
/// </summary>
internal static unsafe class TileTransform
{
    /// <summary>Inputs a tile has in height and in width.</summary>
    public const int Inputs = 6;

    /// <summary>Outputs a tile has in height and in width.</summary>
    public const int Outputs = 4;

    /// <summary>Factors, and products, of a tile.</summary>
    public const int Products = Inputs * Inputs;

    /// <summary>Bᵀ d B.</summary>
    /// <param name="source">The tile's first input.</param>
    /// <param name="rowStride">Floats from a row to the next.</param>
    /// <param name="columnStride">Floats from a column to the next.</param>
    /// <param name="target">Receives the first factor.</param>
    /// <param name="factorStride">Floats from a factor to the next.</param>
    /// <param name="rows">Room for 36 vectors.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Input<T>(float* source, nint rowStride, nint columnStride, float* target, nint factorStride, T* rows)
        where T : unmanaged, IFloatVector<T>
    {
        for (var column = 0; column < Inputs; column++)
        {
            var from = source + (column * columnStride);
            InputLine(
                T.Load(from), T.Load(from + rowStride), T.Load(from + (2 * rowStride)), T.Load(from + (3 * rowStride)), T.Load(from + (4 * rowStride)), T.Load(from + (5 * rowStride)),
                out rows[column], out rows[6 + column], out rows[12 + column], out rows[18 + column], out rows[24 + column], out rows[30 + column]);
        }

        for (var row = 0; row < Inputs; row++)
        {
            var line = rows + (row * Inputs);
            InputLine(line[0], line[1], line[2], line[3], line[4], line[5], out var a, out var b, out var c, out var d, out var e, out var f);
            var to = target + (row * Inputs * factorStride);
            a.Store(to);
            b.Store(to + factorStride);
            c.Store(to + (2 * factorStride));
            d.Store(to + (3 * factorStride));
            e.Store(to + (4 * factorStride));
            f.Store(to + (5 * factorStride));
        }
    }

    /// <summary>Aᵀ m A, plus the bias, negative values cut off.</summary>
    /// <param name="products">The first product.</param>
    /// <param name="productStride">Floats from a product to the next.</param>
    /// <param name="bias">The channels' bias.</param>
    /// <param name="outputs">Receives 4 × 4 vectors, row after row.</param>
    /// <param name="rows">Room for 24 vectors.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Output<T>(float* products, nint productStride, T bias, T* outputs, T* rows)
        where T : unmanaged, IFloatVector<T>
    {
        for (var column = 0; column < Inputs; column++)
        {
            var from = products + (column * productStride);
            var step = Inputs * productStride;
            OutputLine(
                T.Load(from), T.Load(from + step), T.Load(from + (2 * step)), T.Load(from + (3 * step)), T.Load(from + (4 * step)), T.Load(from + (5 * step)),
                out rows[column], out rows[6 + column], out rows[12 + column], out rows[18 + column]);
        }

        for (var row = 0; row < Outputs; row++)
        {
            var line = rows + (row * Inputs);
            OutputLine(line[0], line[1], line[2], line[3], line[4], line[5], out var a, out var b, out var c, out var d);
            var to = outputs + (row * Outputs);
            to[0] = (a + bias).Rectified();
            to[1] = (b + bias).Rectified();
            to[2] = (c + bias).Rectified();
            to[3] = (d + bias).Rectified();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void InputLine<T>(T d0, T d1, T d2, T d3, T d4, T d5, out T v0, out T v1, out T v2, out T v3, out T v4, out T v5)
        where T : unmanaged, IFloatVector<T>
    {
        v0 = T.MultiplyAdd(T.Repeat(4), d0, T.MultiplyAdd(T.Repeat(-5), d2, d4));
        var even = T.MultiplyAdd(T.Repeat(-4), d2, d4);
        var odd = T.MultiplyAdd(T.Repeat(-4), d1, d3);
        v1 = even + odd;
        v2 = even - odd;
        even = d4 - d2;
        odd = d3 - d1;
        v3 = T.MultiplyAdd(T.Repeat(2), odd, even);
        v4 = T.MultiplyAdd(T.Repeat(-2), odd, even);
        v5 = T.MultiplyAdd(T.Repeat(4), d1, T.MultiplyAdd(T.Repeat(-5), d3, d5));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void OutputLine<T>(T m0, T m1, T m2, T m3, T m4, T m5, out T y0, out T y1, out T y2, out T y3)
        where T : unmanaged, IFloatVector<T>
    {
        var (near, nearDifference) = (m1 + m2, m1 - m2);
        var (far, farDifference) = (m3 + m4, m3 - m4);
        y0 = m0 + near + far;
        y1 = T.MultiplyAdd(T.Repeat(2), farDifference, nearDifference);
        y2 = T.MultiplyAdd(T.Repeat(4), far, near);
        y3 = T.MultiplyAdd(T.Repeat(8), farDifference, nearDifference + m5);
    }
}
