using FsCheck.Xunit;
using MathSymbols.Classification;
using Xunit;

namespace MathSymbols.Tests.Classification;

public sealed class QuantileTests
{
    [Property]
    public void It_is_the_value_at_its_place_among_the_ordered_ones(byte[] values, byte share)
    {
        if (values is not { Length: > 0 }) return;
        var place = (int)(share / 255.0 * (values.Length - 1));
        Assert.Equal(values.Order().ElementAt(place), Quantile.Of(values, share / 255.0));

        // Numbers between the levels, too: of two in one level the right one.
        float[] numbers = [.. values.Select((v, i) => Math.Min(255, v / 3 + i % 7 / 8f))];
        Assert.Equal(numbers.Order().ElementAt(place), Quantile.Of(numbers, share / 255.0));
    }
}
