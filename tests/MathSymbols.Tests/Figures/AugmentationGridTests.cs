using MathSymbols.Figures;
using MathSymbols.Tests.Support;
using MathSymbols.Training.Augmentation;
using Xunit;
using static TorchSharp.torch;

namespace MathSymbols.Tests.Figures;

public sealed class AugmentationGridTests
{
    [Fact]
    public void Shows_a_row_an_image_the_same_for_the_same_seed_and_leaves_nothing_behind()
    {
        var figure = Create(7);
        Assert.Equal("2 images in a row each, labelled 3, eq: first as it is, then 4 copies changed at random.", figure.AltText);
        Assert.Equal(figure.Html, Create(7).Html);
        Assert.NotEqual(figure.Html, Create(8).Html);
        var (name, values) = Samples.Report(figure.Html);
        Assert.Equal(("augmented", 4), (name, values.GetProperty("copies").GetInt32()));
        Pixels.AssertDrawn(figure, 2 * (5 * 104 + 8), 2 * (2 * 124 + 8));
        var before = LiveTensors.Settled();
        _ = Create(7).Html;
        Assert.Equal(before, Tensor.TotalCount);
        Assert.Throws<ArgumentException>(() => AugmentationGrid.Create([], new HandwritingAugmentation(), 1));
    }

    private static Figure Create(int seed) => AugmentationGrid.Create([(Samples.Image(seed: 1), "3"), (Samples.Image(seed: 2), "eq")], new HandwritingAugmentation(), seed, copies: 4, name: "augmented");
}
