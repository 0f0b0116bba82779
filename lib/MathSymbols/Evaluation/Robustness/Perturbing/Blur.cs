using System.Numerics;
using MathSymbols.Data;
using MathSymbols.Data.Synthetic;

namespace MathSymbols.Evaluation.Robustness.Perturbing;

/// <summary>Out of focus: a Gaussian whose standard deviation is a share of the side, cut off at three of them; the border's pixels go on beyond it.</summary>
internal sealed class Blur() : Perturbation<double>("blur", [("1 %", 0.01), ("2 %", 0.02), ("3.5 %", 0.035)])
{
    private const double Cut = 3;

    internal override PixelImage Change(PixelImage image, double strength, SampleRandom random)
    {
        if (strength <= 0) return image;
        var (width, height, kernel) = (image.Width, image.Height, Kernel(strength * Side(image)));
        var planes = new byte[image.Planes.Length];
        var rows = new float[height * width];
        for (var channel = 0; channel < PixelImage.Channels; channel++)
        {
            var source = image.Planes.Span.Slice(channel * rows.Length, rows.Length);
            for (var y = 0; y < height; y++) AddRow(source.Slice(y * width, width), kernel, rows.AsSpan(y * width, width));
            for (var y = 0; y < height; y++) AddColumn(rows, y, kernel, planes.AsSpan((channel * height + y) * width, width));
        }

        return new(width, height, planes);
    }

    private static float[] Kernel(double sigma)
    {
        var reach = (int)Math.Ceiling(Cut * sigma);
        double[] weights = [.. Enumerable.Range(-reach, 2 * reach + 1).Select(i => Math.Exp(-i * i / (2 * sigma * sigma)))];
        var sum = weights.Sum();
        return [.. weights.Select(w => (float)(w / sum))];
    }

    private static void AddRow(ReadOnlySpan<byte> source, float[] kernel, Span<float> target)
    {
        var (reach, padded) = (kernel.Length / 2, new float[source.Length + kernel.Length - 1]);
        for (var i = 0; i < padded.Length; i++) padded[i] = source[Math.Clamp(i - reach, 0, source.Length - 1)];
        target.Clear();
        for (var k = 0; k < kernel.Length; k++) Add(padded.AsSpan(k, target.Length), kernel[k], target);
    }

    private static void AddColumn(float[] rows, int y, float[] kernel, Span<byte> target)
    {
        var (width, height) = (target.Length, rows.Length / target.Length);
        var sum = new float[width];
        for (var k = 0; k < kernel.Length; k++) Add(rows.AsSpan(Math.Clamp(y + k - kernel.Length / 2, 0, height - 1) * width, width), kernel[k], sum);
        for (var x = 0; x < width; x++) target[x] = (byte)Math.Clamp(sum[x] + 0.5f, 0, byte.MaxValue);
    }

    private static void Add(ReadOnlySpan<float> values, float weight, Span<float> sum)
    {
        var i = 0;
        for (; i <= sum.Length - Vector<float>.Count; i += Vector<float>.Count) (new Vector<float>(sum[i..]) + new Vector<float>(values[i..]) * weight).CopyTo(sum[i..]);
        for (; i < sum.Length; i++) sum[i] += values[i] * weight;
    }
}
