using System.Buffers;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MathSymbols.Data;

/// <summary>
/// Bilinear interpolation with half-pixel centres, without antialiasing, not keeping the aspect ratio: what <c>tf.image.resize</c> and
/// torch's <c>interpolate(mode: bilinear, align_corners: false)</c> do. Rounded to the nearest byte.
/// </summary>
internal static class BilinearResize
{
    private const int Channels = PixelImage.Channels;

    /// <summary>Resizes an interleaved RGBA image, dropping alpha.</summary>
    /// <param name="rgba">Shape [sourceHeight, sourceWidth, 4].</param>
    /// <param name="sourceWidth">Width of the source in pixels.</param>
    /// <param name="sourceHeight">Height of the source in pixels.</param>
    /// <param name="planes">Receives shape [3, height, width].</param>
    /// <param name="width">Width of the result in pixels.</param>
    /// <param name="height">Height of the result in pixels.</param>
    public static void RgbaToPlanes(ReadOnlySpan<byte> rgba, int sourceWidth, int sourceHeight, Span<byte> planes, int width, int height)
    {
        if (planes.Length != Channels * width * height) throw new ArgumentException("The target does not fit the size.", nameof(planes));
        var pixels = MemoryMarshal.Cast<byte, uint>(rgba);
        var columns = Taps(sourceWidth, width);
        var rows = Taps(sourceHeight, height);

        // Two source rows at a time, stretched to the target's width; most target rows share one with their neighbour.
        var length = Channels * width;
        var buffer = ArrayPool<float>.Shared.Rent(2 * length);
        var upper = buffer.AsSpan(0, length);
        var lower = buffer.AsSpan(length, length);
        int upperRow = -1, lowerRow = -1;
        for (var y = 0; y < height; y++)
        {
            var (first, second, weight) = rows[y];
            if (first == lowerRow)
            {
                var swapped = upper;
                upper = lower;
                lower = swapped;
                (upperRow, lowerRow) = (lowerRow, upperRow);
            }

            if (first != upperRow) StretchRow(pixels.Slice(first * sourceWidth, sourceWidth), columns, upper, width);
            upperRow = first;
            if (second != lowerRow) StretchRow(pixels.Slice(second * sourceWidth, sourceWidth), columns, lower, width);
            lowerRow = second;
            for (var c = 0; c < Channels; c++)
                Blend(upper.Slice(c * width, width), lower.Slice(c * width, width), weight, planes.Slice((c * height + y) * width, width));
        }

        ArrayPool<float>.Shared.Return(buffer);
    }

    private static (int First, int Second, float Weight)[] Taps(int source, int target)
    {
        var taps = new (int, int, float)[target];
        var scale = (float)source / target;
        for (var i = 0; i < target; i++)
        {
            var position = Math.Max(0, (i + 0.5f) * scale - 0.5f);
            var first = Math.Min((int)position, source - 1);
            taps[i] = (first, Math.Min(first + 1, source - 1), position - first);
        }

        return taps;
    }

    private static void StretchRow(ReadOnlySpan<uint> pixels, (int First, int Second, float Weight)[] columns, Span<float> target, int width)
    {
        var red = target[..width];
        var green = target.Slice(width, width);
        var blue = target.Slice(2 * width, width);
        for (var x = 0; x < width; x++)
        {
            var (first, second, weight) = columns[x];
            uint a = pixels[first], b = pixels[second];
            red[x] = Mix(a & 255, b & 255, weight);
            green[x] = Mix((a >> 8) & 255, (b >> 8) & 255, weight);
            blue[x] = Mix((a >> 16) & 255, (b >> 16) & 255, weight);
        }
    }

    private static float Mix(uint a, uint b, float weight) => a + ((int)b - (int)a) * weight;

    private static void Blend(ReadOnlySpan<float> upper, ReadOnlySpan<float> lower, float weight, Span<byte> target)
    {
        var x = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            for (; x <= target.Length - Vector256<byte>.Count; x += Vector256<byte>.Count)
            {
                var low = Vector256.Narrow(Rounded(upper, lower, weight, x), Rounded(upper, lower, weight, x + 8));
                var high = Vector256.Narrow(Rounded(upper, lower, weight, x + 16), Rounded(upper, lower, weight, x + 24));
                Vector256.Narrow(low.AsUInt16(), high.AsUInt16()).CopyTo(target[x..]);
            }
        }

        for (; x < target.Length; x++) target[x] = (byte)(upper[x] + (lower[x] - upper[x]) * weight + 0.5f);
    }

    private static Vector256<int> Rounded(ReadOnlySpan<float> upper, ReadOnlySpan<float> lower, float weight, int x)
    {
        var a = Vector256.Create(upper[x..]);
        return Vector256.ConvertToInt32(a + (Vector256.Create(lower[x..]) - a) * weight + Vector256.Create(0.5f));
    }
}
