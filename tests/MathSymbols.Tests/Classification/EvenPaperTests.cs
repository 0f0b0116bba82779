using MathSymbols.Classification;
using Xunit;

namespace MathSymbols.Tests.Classification;

public sealed class EvenPaperTests
{
    [Fact]
    public void A_sheet_in_even_light_stays_as_it_is()
    {
        foreach (var (paper, ink) in ((int, int)[])[(0xFFFFFF, 0x000000), (0xD8C8A0, 0x304080), (0x102030, 0xF0F0E0)])
        {
            var image = Drawing.Box(120, 90, paper, ink, 30, 40, 41, 6);
            Assert.Same(image, EvenPaper.Of(image));
        }
    }

    [Fact]
    public void A_shadow_goes_and_the_ink_stays()
    {
        var shadowed = new Drawing(200, 160, (x, y) => (int)(250 - 0.6 * x - 0.1 * y), (x, y) => x is >= 80 and < 120 && y is >= 60 and < 66 ? 0.3 : 1).Image;
        var even = EvenPaper.Of(shadowed);
        foreach (var (x, y) in ((int, int)[])[(2, 2), (197, 2), (2, 157), (197, 157), (100, 100)]) Assert.InRange(Drawing.At(even, x, y).Red, 250, 255);
        foreach (var x in (int[])[81, 100, 118]) Assert.InRange(Drawing.At(even, x, 63).Red, 70, 84);

        // Chalk on a board in uneven light becomes ink on paper.
        Assert.Equal(even.Planes.ToArray(), EvenPaper.Of(shadowed.Negative()).Planes.ToArray());
    }
}
