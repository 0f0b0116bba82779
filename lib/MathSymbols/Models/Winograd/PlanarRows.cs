using static TorchSharp.torch;

namespace MathSymbols.Models.Winograd;

/// <summary>Some rows of one image of a <see cref="PlanarConv"/>: the inputs under each pixel are laid side by side and multiplied with the kernels.</summary>
internal static unsafe class PlanarRows<T>
    where T : unmanaged, IFloatVector<T>
{
    private const int Edge = 3;

    public static void Run(Tensor images, Tensor packed, Tensor outputs, int image, int first, int last)
    {
        var (channels, height, width, outs) = ((int)images.shape[1], (int)images.shape[2], (int)images.shape[3], (int)outputs.shape[3]);
        var terms = (channels * Edge * Edge) + 1;
        var pixels = (width + RowKernel<T>.Rows - 1) / RowKernel<T>.Rows * RowKernel<T>.Rows;
        using var lines = new NativeBuffer(channels * Edge * (width + 2));
        using var patches = new NativeBuffer(pixels * terms);
        using var sums = new NativeBuffer(pixels * outs);
        new Span<float>(lines.Floats, channels * Edge * (width + 2)).Clear();
        new Span<float>(patches.Floats, pixels * terms).Clear();
        var source = FloatData.Of(images) + ((nint)image * channels * height * width);
        var target = FloatData.Of(outputs) + ((((nint)image * height) + first) * width * outs);
        var kernels = FloatData.Of(packed);
        for (var row = first; row < last; row++)
        {
            for (var line = 0; line < channels * Edge; line++) CopyLine(source + ((nint)(line / Edge) * height * width), row + (line % Edge) - 1, height, width, lines.Floats + (line * (width + 2)) + 1);
            Spread(lines.Floats, channels * Edge, width, patches.Floats, terms);
            for (var column = 0; column < outs; column += RowKernel<T>.Columns)
            {
                for (var pixel = 0; pixel < pixels; pixel += RowKernel<T>.Rows)
                    RowKernel<T>.Run(patches.Floats + (pixel * terms), kernels + (column * terms), terms, sums.Floats + (pixel * outs) + column, outs);
            }

            for (var i = 0; i < width * outs; i += T.Count) T.Load(sums.Floats + i).Rectified().Store(target + i);
            target += width * outs;
        }
    }

    private static void CopyLine(float* channel, int row, int height, int width, float* target)
    {
        var line = new Span<float>(target, width);
        if (row < 0 || row >= height) line.Clear();
        else new ReadOnlySpan<float>(channel + ((nint)row * width), width).CopyTo(line);
    }

    private static void Spread(float* lines, int count, int width, float* patches, int terms)
    {
        for (var pixel = 0; pixel < width; pixel++)
        {
            var to = patches + (pixel * terms);
            for (var line = 0; line < count; line++)
            {
                var from = lines + (line * (width + 2)) + pixel;
                to[0] = from[0];
                to[1] = from[1];
                to[2] = from[2];
                to += Edge;
            }

            *to = 1;
        }
    }
}
