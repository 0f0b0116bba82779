using MathSymbols.Data;

namespace MathSymbols.Evaluation.Robustness.Perturbing;

/// <summary>Gives each value of a channel another.</summary>
internal static class ByteMap
{
    /// <summary>Changes an image's values.</summary>
    /// <param name="image">The image.</param>
    /// <param name="map">Gives the new value, 0 to 255, of a value and the channel's part of <paramref name="colour"/>.</param>
    /// <param name="colour">Red, green and blue.</param>
    public static PixelImage Apply(PixelImage image, Rgb colour, Func<int, int, int> map)
    {
        var source = image.Planes.Span;
        var (plane, planes) = (source.Length / PixelImage.Channels, new byte[source.Length]);
        foreach (var (channel, part) in ((int[])[colour.Red, colour.Green, colour.Blue]).Index())
        {
            byte[] table = [.. Enumerable.Range(0, byte.MaxValue + 1).Select(v => (byte)map(v, part))];
            for (var i = channel * plane; i < (channel + 1) * plane; i++) planes[i] = table[source[i]];
        }

        return new(image.Width, image.Height, planes);
    }
}
