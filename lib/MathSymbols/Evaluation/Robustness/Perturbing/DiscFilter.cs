using System.Numerics;

namespace MathSymbols.Evaluation.Robustness.Perturbing;

/// <summary>Greyscale morphology on one plane: the darkest or the lightest value within a disc about each pixel. Beyond the border there is nothing.</summary>
internal static class DiscFilter
{
    /// <summary>Makes ink thicker by the radius on every side.</summary>
    /// <param name="plane">Shape [height, width].</param>
    /// <param name="width">Pixels a row.</param>
    /// <param name="radius">In pixels, 0 or more; a fraction mixes the two discs of whole pixels beside it.</param>
    public static byte[] Darkest(ReadOnlySpan<byte> plane, int width, double radius) => Of<Darker>(plane, width, radius);

    /// <summary>Makes ink thinner by the radius on every side; see <see cref="Darkest"/>.</summary>
    /// <param name="plane">Shape [height, width].</param>
    /// <param name="width">Pixels a row.</param>
    /// <param name="radius">In pixels, 0 or more.</param>
    public static byte[] Lightest(ReadOnlySpan<byte> plane, int width, double radius) => Of<Lighter>(plane, width, radius);

    private static byte[] Of<T>(ReadOnlySpan<byte> plane, int width, double radius)
        where T : struct, IChoice
    {
        var whole = (int)radius;
        var result = Whole<T>(plane, width, whole);
        if (radius - whole is not (> 0 and var part)) return result;
        var next = Whole<T>(plane, width, whole + 1);
        for (var i = 0; i < result.Length; i++) result[i] = (byte)(result[i] + (next[i] - result[i]) * part + 0.5);
        return result;
    }

    private static byte[] Whole<T>(ReadOnlySpan<byte> plane, int width, int radius)
        where T : struct, IChoice
    {
        var (result, height) = (plane.ToArray(), plane.Length / width);
        for (var dy = -Math.Min(radius, height - 1); dy <= Math.Min(radius, height - 1); dy++)
        {
            var half = Math.Min((int)Math.Sqrt(radius * radius - dy * dy), width - 1);
            for (var y = Math.Max(0, -dy); y < Math.Min(height, height - dy); y++)
            {
                var row = result.AsSpan(y * width, width);
                var other = plane.Slice((y + dy) * width, width);
                for (var dx = -half; dx <= half; dx++) Choose<T>(row[Math.Max(0, -dx)..Math.Min(width, width - dx)], other[Math.Max(0, dx)..]);
            }
        }

        return result;
    }

    private static void Choose<T>(Span<byte> target, ReadOnlySpan<byte> other)
        where T : struct, IChoice
    {
        var i = 0;
        for (; i <= target.Length - Vector<byte>.Count; i += Vector<byte>.Count) T.Of(new Vector<byte>(target[i..]), new Vector<byte>(other[i..])).CopyTo(target[i..]);
        for (; i < target.Length; i++) target[i] = T.Of(target[i], other[i]);
    }

    private interface IChoice
    {
        static abstract byte Of(byte a, byte b);

        static abstract Vector<byte> Of(Vector<byte> a, Vector<byte> b);
    }

    private readonly struct Darker : IChoice
    {
        public static byte Of(byte a, byte b) => Math.Min(a, b);

        public static Vector<byte> Of(Vector<byte> a, Vector<byte> b) => Vector.Min(a, b);
    }

    private readonly struct Lighter : IChoice
    {
        public static byte Of(byte a, byte b) => Math.Max(a, b);

        public static Vector<byte> Of(Vector<byte> a, Vector<byte> b) => Vector.Max(a, b);
    }
}
