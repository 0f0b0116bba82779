using MathSymbols.Benchmarks.Fuzz;
using MathSymbols.Benchmarks.Fuzz.Images;
using MathSymbols.Benchmarks.Fuzz.Images.Layout;
using MathSymbols.Benchmarks.Fuzz.Images.Seeds;
using MathSymbols.Tests.Support;
using Xunit;

namespace MathSymbols.Tests.Data;

/// <summary>A short run of what <c>bench fuzz-data</c> does for as long as one likes.</summary>
public sealed class ImageFuzzTests
{
    private const int Files = 1500;

    // Tests share their memory.
    private const uint Largest = 1500;

    [Fact]
    public void Damaged_images_are_decoded_at_their_size_or_refused_with_a_sentence()
    {
        using var folder = new TemporaryFolder();
        var fuzz = new ImageFuzz(seeds: null, folder.Root, Largest);
        var outcomes = Enumerable.Range(1, Files).Select(number => fuzz.Try(fuzz.Make(number))).ToArray();

        // Both sides are reached.
        Assert.InRange(outcomes.Count(o => o == FuzzOutcome.Taken), Files / 6, Files / 2);
        Assert.All(outcomes, o => Assert.True(o is FuzzOutcome.Taken or FuzzOutcome.Refused));
    }

    [Fact]
    public void One_number_gives_one_file()
    {
        using var folder = new TemporaryFolder();
        var (one, other) = (new ImageFuzz(seeds: null, folder.Root, Largest), new ImageFuzz(seeds: null, folder.Root, Largest));
        for (var number = 1; number < 200; number++) Assert.Equal(one.Make(number).Bytes, other.Make(number).Bytes);
    }

    [Fact]
    public void Each_file_to_begin_with_shows_its_numbers_and_parts()
    {
        foreach (var seed in ImageSeeds.Made())
        {
            var layout = ImageLayout.Of(seed);
            Assert.Contains(layout.Fields, f => f.IsExtent && f.Read(seed) > 0);
            Assert.NotEmpty(layout.Content);
        }
    }
}
