using MathSymbols.Data;
using MathSymbols.Data.Synthetic;
using MathSymbols.Tests.Support;
using SkiaSharp;
using Xunit;

namespace MathSymbols.Tests.Data;

public sealed class TruncatedImageTests
{
    [Theory]
    [InlineData(SKEncodedImageFormat.Png)]
    [InlineData(SKEncodedImageFormat.Jpeg)]
    [InlineData(SKEncodedImageFormat.Webp)]
    public void A_drawn_image_cut_at_any_hundredth_of_its_length_is_refused_or_as_it_was(SKEncodedImageFormat format)
    {
        using var source = SKBitmap.Decode(SyntheticSymbols.Draw("x", 3, 1).ToPng());
        using var data = source.Encode(format, 95);
        AssertNothingIsMadeUp(data.ToArray());
    }

    [Fact]
    public void Real_images_cut_at_any_hundredth_of_their_length_are_refused_or_as_they_were()
    {
        var root = Shared.Need("handwritten-math-symbols");
        foreach (var pattern in (string[])["*.jpg", "*.png"])
        {
            foreach (var file in Directory.GetFiles(root, pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal).Where((_, i) => i % 400 == 0)) AssertNothingIsMadeUp(File.ReadAllBytes(file));
        }
    }

    // Every hundredth, and each of the last bytes, where a decoder is most tempted to be content.
    private static void AssertNothingIsMadeUp(byte[] whole)
    {
        var pixels = ImageDecoder.Decode(whole).Planes.ToArray();
        var refused = 0;
        var cuts = Enumerable.Range(0, 100).Select(p => (int)((long)whole.Length * p / 100)).Concat(Enumerable.Range(1, 20).Select(b => whole.Length - b)).ToList();
        foreach (var cut in cuts)
        {
            try
            {
                Assert.Equal(pixels, ImageDecoder.Decode(whole.AsSpan(0, cut)).Planes.ToArray());
            }
            catch (ImageDecodeException e)
            {
                Assert.Matches("^(the file is empty|the file is truncated|the file is damaged|the file is no image.*)$", e.Message);
                refused++;
            }
        }

        Assert.InRange(refused, 95, cuts.Count);
    }
}
