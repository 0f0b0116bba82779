using MathSymbols.Tests.Support;
using MathSymbols.Training.Augmentation;
using Xunit;
using static TorchSharp.torch;

namespace MathSymbols.Tests.Training.Augmentation;

public sealed class HandwritingAugmentationTests
{
    private const int Side = 96;

    private readonly HandwritingAugmentation _augmentation = new();

    [Fact]
    public void Copies_are_grey_images_of_the_same_size_and_the_originals_stay_as_they_are()
    {
        using var images = Drawings(40);
        using var before = images.clone();
        using var copies = Apply(images, 1);
        Assert.Equal([40, 1, Side, Side], copies.shape);
        Assert.InRange(copies.min().item<float>(), 0, 1);
        Assert.InRange(copies.max().item<float>(), 0, 1);
        Assert.True(images.Equals(before));
        Assert.False(copies.requires_grad);
    }

    [Fact]
    public void The_same_seed_gives_the_same_copies_and_another_gives_others()
    {
        using var images = Drawings(8);
        using var one = Apply(images, 1);
        using var same = Apply(images, 1);
        using var other = Apply(images, 2);
        Assert.True(one.Equals(same));
        Assert.False(one.Equals(other));
        Assert.Equal(8, one.flatten(1).mean([1]).data<float>().ToArray().Distinct().Count());
    }

    [Fact]
    public void Ink_stays_darker_than_its_paper_and_most_of_it_in_the_image()
    {
        using var copies = Apply(Drawings(300), 3);
        using var darkness = (1 - copies).flatten(1);
        using var paper = darkness.kthvalue(Side * Side / 2, 1).values;
        Assert.All(((Tensor)(darkness.amax(1) - paper)).data<float>().ToArray(), d => Assert.True(d > 0.02, $"{d}"));

        // A bar of 10 × 50 pixels on 96 × 96, pens thinner and thicker, sizes from half to one and a seventh.
        var shares = (darkness > (paper + darkness.amax(1)).unsqueeze(1) / 2).to(float32).mean([1]).data<float>().ToArray().Order().ToList();
        Assert.InRange(shares[shares.Count / 2], 0.03, 0.12);
    }

    [Fact]
    public void Towards_the_end_copies_are_closer_to_the_images()
    {
        using var images = Drawings(200);
        using var grey = images.mean([1], keepdim: true);
        double[] distance = [.. new[] { 0, 0.84, 0.85, 0.99 }.Select(progress =>
        {
            manual_seed(1);
            using var copies = _augmentation.Apply(images, progress);
            return (double)(copies - grey).abs().mean().item<float>();
        })];
        Assert.Equal(distance[0], distance[1]);
        Assert.Equal(distance[2], distance[3]);
        Assert.True(distance[2] < 0.7 * distance[0], string.Join(", ", distance));
    }

    [Fact]
    public void A_thicker_pen_takes_the_darkest_of_nine_and_a_thinner_one_never_erases_all()
    {
        manual_seed(5);
        using var scope = NewDisposeScope();
        var ink = rand(200, 1, 12, 12);
        var changed = PenWidth.Change(ink, ones(200), new Draw(200, CPU));
        var (most, least) = (nn.functional.max_pool2d(ink, 7, 1, 3), -nn.functional.max_pool2d(-ink, 3, 1, 1));
        Assert.True((changed <= most + 1e-6).all().item<bool>());
        Assert.True((changed >= least - 1e-6).all().item<bool>());
        var grown = (changed - ink).flatten(1).mean([1]).data<float>().ToArray();
        Assert.Contains(grown, g => g > 0.3);
        Assert.Contains(grown, g => g < -0.2);

        // As thick as it gets by one pixel a side: exactly the largest of each 3 × 3, also at the border.
        var once = PenWidth.Thicken(ink);
        Assert.Equal(0, (once - nn.functional.max_pool2d(ink, 3, 1, 1)).abs().max().item<float>());
    }

    [Fact]
    public void Nothing_is_left_behind()
    {
        using var images = Drawings(5);
        Apply(images, 1).Dispose();
        var before = LiveTensors.Settled();
        Apply(images, 2).Dispose();
        Assert.Equal(before, Tensor.TotalCount);
    }

    private Tensor Apply(Tensor images, int seed)
    {
        manual_seed(seed);
        return _augmentation.Apply(images);
    }

    private static Tensor Drawings(int count)
    {
        var images = ones(count, 3, Side, Side);
        images[TensorIndex.Colon, TensorIndex.Colon, TensorIndex.Slice(43, 53), TensorIndex.Slice(23, 73)] = 0;
        return images;
    }
}
