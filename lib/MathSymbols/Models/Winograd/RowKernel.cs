using System.Runtime.CompilerServices;

namespace MathSymbols.Models.Winograd;

/// <summary>
/// The product of a few rows and two vectors of columns, held in registers: what a matrix product is made of. Each sum runs over the terms in order, so a row's result does not depend on the rows beside it.
/// </summary>
internal static unsafe class RowKernel<T>
    where T : unmanaged, IFloatVector<T>
{
    /// <summary>Rows done at once: with two vectors each they fill the 16 registers of AVX2.</summary>
    public const int Rows = 6;

    /// <summary>Columns done at once.</summary>
    public static int Columns => 2 * T.Count;

    /// <summary>Multiplies.</summary>
    /// <param name="left">The first row's first value; rows lie <paramref name="terms"/> apart.</param>
    /// <param name="right">Terms × columns, without gaps.</param>
    /// <param name="terms">Values a row.</param>
    /// <param name="target">Receives the first row's first column.</param>
    /// <param name="targetStride">Floats from a row of the target to the next.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(float* left, float* right, int terms, float* target, nint targetStride)
    {
        T c0a = T.Repeat(0), c0b = c0a;
        T c1a = T.Repeat(0), c1b = c1a;
        T c2a = T.Repeat(0), c2b = c2a;
        T c3a = T.Repeat(0), c3b = c3a;
        T c4a = T.Repeat(0), c4b = c4a;
        T c5a = T.Repeat(0), c5b = c5a;
        float* row0 = left, row1 = left + terms, row2 = left + (2 * (nint)terms), row3 = left + (3 * (nint)terms), row4 = left + (4 * (nint)terms), row5 = left + (5 * (nint)terms);
        for (nint term = 0; term < terms; term++)
        {
            var (a, b) = (T.Load(right), T.Load(right + T.Count));
            right += 2 * T.Count;
            var value = T.Repeat(row0[term]);
            c0a = T.MultiplyAdd(value, a, c0a);
            c0b = T.MultiplyAdd(value, b, c0b);
            value = T.Repeat(row1[term]);
            c1a = T.MultiplyAdd(value, a, c1a);
            c1b = T.MultiplyAdd(value, b, c1b);
            value = T.Repeat(row2[term]);
            c2a = T.MultiplyAdd(value, a, c2a);
            c2b = T.MultiplyAdd(value, b, c2b);
            value = T.Repeat(row3[term]);
            c3a = T.MultiplyAdd(value, a, c3a);
            c3b = T.MultiplyAdd(value, b, c3b);
            value = T.Repeat(row4[term]);
            c4a = T.MultiplyAdd(value, a, c4a);
            c4b = T.MultiplyAdd(value, b, c4b);
            value = T.Repeat(row5[term]);
            c5a = T.MultiplyAdd(value, a, c5a);
            c5b = T.MultiplyAdd(value, b, c5b);
        }

        Store(target, c0a, c0b);
        Store(target + targetStride, c1a, c1b);
        Store(target + (2 * targetStride), c2a, c2b);
        Store(target + (3 * targetStride), c3a, c3b);
        Store(target + (4 * targetStride), c4a, c4b);
        Store(target + (5 * targetStride), c5a, c5b);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(float* target, T a, T b)
    {
        a.Store(target);
        b.Store(target + T.Count);
    }
}
