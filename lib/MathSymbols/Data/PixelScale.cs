using System.Runtime.Intrinsics;

namespace MathSymbols.Data;

/// <summary>Scales pixel values as the report does: X / 255.</summary>
internal static class PixelScale
{
    /// <summary>Divides, rather than multiplies by 1/255, so that every value is the nearest float32 to v / 255 and white is exactly 1.</summary>
    public static void ToUnit(ReadOnlySpan<byte> pixels, Span<float> target)
    {
        var i = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            var scale = Vector256.Create(255f);
            for (; i <= pixels.Length - Vector128<byte>.Count; i += Vector128<byte>.Count)
            {
                var (low, high) = Vector256.Widen(Vector128.WidenLower(Vector128.Create(pixels[i..])).ToVector256Unsafe().WithUpper(Vector128.WidenUpper(Vector128.Create(pixels[i..]))));
                (Vector256.ConvertToSingle(low.AsInt32()) / scale).CopyTo(target[i..]);
                (Vector256.ConvertToSingle(high.AsInt32()) / scale).CopyTo(target[(i + Vector256<float>.Count)..]);
            }
        }

        for (; i < pixels.Length; i++) target[i] = pixels[i] / 255f;
    }
}
