using MathSymbols.Benchmarks.Fuzz;
using MathSymbols.Benchmarks.Fuzz.Stores;
using MathSymbols.Tests.Support;
using Xunit;

namespace MathSymbols.Tests.Data;

/// <summary>A short run of what <c>bench fuzz-data</c> does to stores for as long as one likes.</summary>
public sealed class StoreFuzzTests
{
    private const int Files = 600;

    [Fact]
    public void Damaged_stores_are_built_again_and_newer_ones_left_alone()
    {
        using var folder = new TemporaryFolder();
        var fuzz = new StoreFuzz(folder["store"]);
        var outcomes = Enumerable.Range(1, Files).Select(number => fuzz.Try(fuzz.Make(number))).ToArray();

        // Forged reasons are seldom met in so few.
        foreach (var outcome in Enum.GetValues<FuzzOutcome>().Except([FuzzOutcome.TakenAltered])) Assert.True(outcomes.Count(o => o == outcome) > 2, $"{outcome} is hardly reached");
    }
}
