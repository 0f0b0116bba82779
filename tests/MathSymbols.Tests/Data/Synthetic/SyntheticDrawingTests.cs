using MathSymbols.Data;
using MathSymbols.Data.Synthetic;
using Xunit;

namespace MathSymbols.Tests.Data.Synthetic;

public sealed class SyntheticDrawingTests
{
    private const int Samples = 24;

    public static TheoryData<string> Classes => [.. SyntheticSymbols.ClassNames];

    [Fact]
    public void The_classes_are_the_folder_names_in_ordinal_order()
    {
        string[] expected = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "add", "dec", "div", "eq", "mul", "sub", "x", "y", "z"];
        Assert.Equal(expected, SyntheticSymbols.ClassNames);
    }

    [Theory]
    [MemberData(nameof(Classes))]
    public void A_sample_depends_on_class_index_and_seed_only(string className)
    {
        var first = Pixels(className, 5, seed: 7);
        Parallel.For(0, 20, i => Pixels(className, i, seed: i));
        Assert.Equal(first, Pixels(className, 5, seed: 7));
    }

    [Fact]
    public void Samples_drawn_on_many_threads_equal_those_drawn_on_one()
    {
        var alone = Enumerable.Range(0, 60).Select(i => Pixels("8", i, seed: 3)).ToArray();
        var together = new byte[alone.Length][];
        Parallel.For(0, alone.Length, i => together[i] = Pixels("8", i, seed: 3));
        Assert.Equal(alone, together);
    }

    [Theory]
    [MemberData(nameof(Classes))]
    public void No_two_samples_of_a_class_are_alike(string className)
    {
        var samples = Enumerable.Range(0, Samples).Select(i => Convert.ToHexString(Pixels(className, i, seed: 1)));
        var otherSeed = Enumerable.Range(0, Samples).Select(i => Convert.ToHexString(Pixels(className, i, seed: 2)));
        Assert.Equal(2 * Samples, samples.Concat(otherSeed).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Classes))]
    public void A_sample_is_dark_ink_on_white_and_whole(string className)
    {
        for (var i = 0; i < Samples; i++)
        {
            var image = SyntheticSymbols.Draw(className, i, seed: 11);
            var red = image.Planes.Span[..(image.Width * image.Height)].ToArray();
            Assert.True(red.Count(v => v < 90) >= 8, $"{className} {i}: no ink");
            Assert.InRange(red.Count(v => v == 255) / (double)red.Length, 0.75, 0.9999);
            Assert.True(Border(image, red).All(v => v == 255), $"{className} {i}: cut off");
        }
    }

    [Fact]
    public void Images_have_the_sizes_of_the_real_ones()
    {
        var sizes = SyntheticSymbols.ClassNames
            .SelectMany(name => Enumerable.Range(0, Samples).Select(i => SyntheticSymbols.Draw(name, i, seed: 1)))
            .Select(image => (image.Width, image.Height))
            .ToList();
        Assert.InRange(sizes.Count(s => s == (400, 400)) / (double)sizes.Count, 0.2, 0.36);
        Assert.All(sizes.Where(s => s != (400, 400)), s => Assert.True(s.Width is 150 or 155 && s.Height is >= 135 and <= 140));
    }

    [Fact]
    public void Any_int_is_a_seed()
    {
        Assert.NotEqual(Pixels("2", 0, int.MinValue), Pixels("2", 0, int.MaxValue));
        Assert.NotEqual(Pixels("2", 0, -1), Pixels("2", 0, 1));
    }

    [Fact]
    public void Wrong_arguments_are_named()
    {
        var error = Assert.Throws<ArgumentException>(() => SyntheticSymbols.Draw("plus", 0, 1));
        Assert.Contains("add, dec", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => SyntheticSymbols.Draw(null!, 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SyntheticSymbols.Draw("add", -1, 1));
    }

    private static byte[] Pixels(string className, int index, int seed) => SyntheticSymbols.Draw(className, index, seed).Planes.ToArray();

    private static IEnumerable<byte> Border(PixelImage image, byte[] plane)
    {
        var (width, height) = (image.Width, image.Height);
        return Enumerable.Range(0, width).SelectMany(x => new[] { plane[x], plane[(height - 1) * width + x] })
            .Concat(Enumerable.Range(0, height).SelectMany(y => new[] { plane[y * width], plane[y * width + width - 1] }));
    }
}
