namespace MathSymbols.Evaluation.Robustness.Perturbing;

/// <summary>The lines down the middle of strokes, one pixel wide: border pixels are taken off, from above, below, left and right in turn, where that breaks nothing and shortens no end.</summary>
internal sealed class CentreLine
{
    // The neighbours of a pixel, round about from the right; even ones share an edge with it.
    private readonly int[] _around;
    private readonly bool[] _ink;

    private CentreLine(bool[] ink, int stride) => (_ink, _around) = (ink, [1, 1 - stride, -stride, -1 - stride, -1, stride - 1, stride, stride + 1]);

    /// <summary>Which pixels of a mask are on its lines. No patch of it vanishes.</summary>
    /// <param name="mask">Shape [height, width].</param>
    /// <param name="width">Pixels a row.</param>
    public static bool[] Of(ReadOnlySpan<bool> mask, int width)
    {
        // A frame without ink, so that each pixel has all its neighbours.
        var (stride, height) = (width + 2, mask.Length / width);
        var framed = new bool[stride * (height + 2)];
        for (var y = 0; y < height; y++) mask.Slice(y * width, width).CopyTo(framed.AsSpan((y + 1) * stride + 1));
        new CentreLine(framed, stride).Thin();
        var lines = new bool[mask.Length];
        for (var y = 0; y < height; y++) framed.AsSpan((y + 1) * stride + 1, width).CopyTo(lines.AsSpan(y * width));
        return lines;
    }

    private void Thin()
    {
        List<int> left = [.. Enumerable.Range(0, _ink.Length).Where(i => _ink[i])];
        for (var before = left.Count + 1; left.Count < before;)
        {
            before = left.Count;
            foreach (var side in (ReadOnlySpan<int>)[2, 6, 4, 0])
            {
                var border = left.FindAll(i => !_ink[i + _around[side]]);
                foreach (var pixel in border) _ink[pixel] = !IsSpare(pixel);
                left.RemoveAll(i => !_ink[i]);
            }
        }
    }

    // Yokoi's connectivity number is 1 where what is around stays connected without the pixel, and the paper too.
    private bool IsSpare(int pixel)
    {
        var (neighbours, number) = (0, 0);
        for (var k = 0; k < _around.Length; k++)
        {
            if (Ink(k)) neighbours++;
            else if (k % 2 == 0 && (Ink(k + 1) || Ink(k + 2))) number++;
        }

        return neighbours > 1 && number == 1;

        bool Ink(int k) => _ink[pixel + _around[k % _around.Length]];
    }
}
