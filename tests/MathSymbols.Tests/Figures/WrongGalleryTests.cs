using MathSymbols.Data;
using MathSymbols.Evaluation;
using MathSymbols.Figures;
using Xunit;

namespace MathSymbols.Tests.Figures;

public sealed class WrongGalleryTests
{
    private static readonly string[] Classes = ["add", "sub"];

    private static readonly PredictedImage[] Predictions = [new(0, 0, [0.9f, 0.1f]), new(1, 0, [0.3f, 0.7f]), new(2, 1, [0.98f, 0.02f]), new(3, 1, [0.6f, 0.4f])];

    [Fact]
    public void Shows_the_most_confident_first_with_truth_prediction_and_probability()
    {
        var asked = new List<int>();
        var figure = WrongGallery.Create(Predictions, Image, Classes, count: 2, note: "quick profile", name: "wrong");
        Assert.Equal([2, 1], asked);
        Assert.Equal("2 of the 3 images misclassified among 4, the most confident first: sub as add (98 %), add as sub (70 %).", figure.AltText);
        Assert.Contains("sub → add, 98&#160;%", figure.Html, StringComparison.Ordinal);
        Assert.Equal(["sub", "add"], figure.Table.Rows[0].Take(2));
        var (name, values) = Samples.Report(figure.Html);
        Assert.Equal(("wrong", 4, 3, 2), (name, values.GetProperty("images").GetInt32(), values.GetProperty("wrong").GetInt32(), values.GetProperty("shown").GetArrayLength()));
        Pixels.AssertDrawn(figure, 2 * (8 * 104 + 8), 2 * (124 + 8));

        PixelImage Image(PredictedImage prediction)
        {
            asked.Add(prediction.Index);
            return Samples.Image(seed: prediction.Index);
        }
    }

    [Fact]
    public void Says_when_nothing_is_wrong()
    {
        var figure = WrongGallery.Create(Predictions[..1], _ => Samples.Image(), Classes);
        Assert.Equal("None of the 1 images is misclassified.", figure.AltText);
        Assert.Contains($"<p>{figure.AltText}</p>", figure.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", figure.Html, StringComparison.Ordinal);
        Assert.Empty(figure.Table.Rows);
        using var drawn = SkiaSharp.SKBitmap.Decode(figure.Png.Span);
        Assert.Contains(drawn.Pixels, p => p.Red < 100);
    }

    [Fact]
    public void Refuses_what_shows_nothing()
    {
        Assert.Throws<ArgumentException>(() => WrongGallery.Create(Array.Empty<PredictedImage>(), _ => Samples.Image(), Classes));
        Assert.Throws<ArgumentOutOfRangeException>(() => WrongGallery.Create(Predictions, _ => Samples.Image(), Classes, count: 0));
    }
}
