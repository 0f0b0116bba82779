using MathSymbols.Benchmarks.Fuzz;
using MathSymbols.Tests.Support;
using Xunit;

namespace MathSymbols.Tests.Storage;

/// <summary>A short run of what <c>bench fuzz-safetensors</c> does for as long as one likes.</summary>
public sealed class SafetensorsFuzzTests
{
    private const int Files = 2000;

    [Theory]
    [InlineData(1001)]
    [InlineData(1002)]
    [InlineData(1003)]
    public void Damaged_files_are_refused_with_a_sentence_and_good_ones_read(int seed)
    {
        using var folder = new TemporaryFolder();
        var fuzz = new SafetensorsFuzz(seed, folder["a.safetensors"]);
        fuzz.Run(Files);
        Assert.Equal(Files, fuzz.Files);

        // Both sides are reached.
        Assert.InRange(fuzz.Accepted, Files / 6, Files / 2);
    }

    [Fact]
    public void One_seed_gives_one_sequence_of_files()
    {
        var (one, other) = (new SafetensorsMutator(7), new SafetensorsMutator(7));
        for (var i = 0; i < 200; i++) Assert.Equal(one.Next(), other.Next());
    }
}
