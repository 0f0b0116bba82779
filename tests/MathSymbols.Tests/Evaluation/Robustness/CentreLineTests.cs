using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using MathSymbols.Evaluation.Robustness.Perturbing;
using Xunit;

namespace MathSymbols.Tests.Evaluation.Robustness;

public sealed class CentreLineTests
{
    [Property(MaxTest = 200, Replay = "1001,1001")]
    public Property Lines_lie_in_the_ink_and_no_patch_vanishes_or_breaks()
    {
        var cases = from width in Gen.Choose(1, 20) from height in Gen.Choose(1, 20) from share in Gen.Choose(1, 9) from seed in Gen.Choose(0, 10_000) select (width, height, share, seed);
        return Prop.ForAll(cases.ToArbitrary(), c =>
        {
            var random = new Random(c.seed);
            bool[] mask = [.. Enumerable.Range(0, c.width * c.height).Select(_ => random.Next(10) < c.share)];
            var lines = CentreLine.Of(mask, c.width);
            Assert.DoesNotContain(mask.Zip(lines), p => p.Second && !p.First);
            Assert.Equal(Patches(mask, c.width), Patches(lines, c.width));
        });
    }

    [Fact]
    public void A_bar_becomes_a_line_down_its_middle()
    {
        var mask = new bool[30 * 11];
        for (var i = 0; i < mask.Length; i++) mask[i] = i / 30 is >= 3 and <= 7 && i % 30 is >= 2 and <= 27;
        var lines = CentreLine.Of(mask, 30);
        for (var x = 6; x < 24; x++) Assert.Equal([5], Enumerable.Range(0, 11).Where(y => lines[y * 30 + x]));
    }

    // How many there are, corners counting as touching.
    private static int Patches(bool[] mask, int width)
    {
        var (left, count) = (mask.ToArray(), 0);
        for (var i = 0; i < left.Length; i++)
        {
            if (!left[i]) continue;
            count++;
            var waiting = new Stack<int>([i]);
            while (waiting.TryPop(out var p))
            {
                if (!left[p]) continue;
                left[p] = false;
                for (var y = Math.Max(0, p / width - 1); y <= Math.Min(left.Length / width - 1, p / width + 1); y++)
                {
                    for (var x = Math.Max(0, p % width - 1); x <= Math.Min(width - 1, p % width + 1); x++) waiting.Push(y * width + x);
                }
            }
        }

        return count;
    }
}
