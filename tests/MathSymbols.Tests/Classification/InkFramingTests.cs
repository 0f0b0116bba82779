using FsCheck.Xunit;
using MathSymbols.Classification;
using MathSymbols.Data;
using Xunit;

namespace MathSymbols.Tests.Classification;

public sealed class InkFramingTests
{
    private const int Size = 96;

    private static readonly InkMargins Margins = new(0.5, 0.1);

    [Fact]
    public void Ink_is_found_in_any_colour_on_any_paper()
    {
        foreach (var (paper, ink) in ((int, int)[])[(0xFFFFFF, 0x000000), (0xFFFFFF, 0xFF0000), (0xFFFFFF, 0x3050FF), (0xF3E9D2, 0x704020), (0xB0B0B0, 0x505050)])
            Assert.Equal(new InkBox(30, 40, 21, 5), Drawing.Ink(Drawing.Box(100, 80, paper, ink, 30, 40, 21, 5)));
    }

    [Fact]
    public void A_shadow_is_no_ink()
    {
        var drawing = new Drawing(200, 160, (x, y) => (int)(250 - 0.6 * x - 0.1 * y), (x, y) => x is >= 80 and < 120 && y is >= 60 and < 64 ? 0.3 : 1);
        Assert.Equal(new InkBox(80, 60, 40, 4), Drawing.Ink(drawing.Image));
    }

    [Fact]
    public void Grain_and_specks_are_no_ink()
    {
        var random = new Random(3);
        var drawing = new Drawing(200, 160, (_, _) => 240 + random.Next(-7, 8), (x, y) => (x, y) is (5, 5) or (190, 3) || (x is >= 80 and < 120 && y is >= 60 and < 80) ? 0.2 : 1);
        Assert.Equal(new InkBox(80, 60, 40, 20), Drawing.Ink(drawing.Image));
    }

    [Fact]
    public void Chalk_on_a_blackboard_is_ink_on_a_sheet()
    {
        foreach (var (paper, ink) in ((int, int)[])[(0xFFFFFF, 0x000000), (0xF3E9D2, 0x704020), (0xB0B0B0, 0x505050)])
        {
            var drawing = Drawing.Box(100, 80, paper, ink, 30, 40, 21, 5);
            Assert.Equal(InkFraming.Frame(drawing, Margins, Size).Planes.ToArray(), InkFraming.Frame(drawing.Negative(), Margins, Size).Planes.ToArray());
        }
    }

    [Fact]
    public void A_gleam_on_a_grey_sheet_is_no_chalk_and_a_stain_on_a_board_no_ink()
    {
        var sheet = new Drawing(120, 90, (_, _) => 150, (x, y) => x is 10 or 11 && y is 10 or 11 ? 1.7 : x is >= 30 and < 96 && y is >= 44 and < 48 ? 0.7 : 1).Image;
        foreach (var image in (PixelImage[])[sheet, sheet.Negative()])
        {
            var ink = Drawing.Ink(InkFraming.Frame(image, Margins, Size))!.Value;
            Assert.True(ink.Width > 10 * ink.Height, $"{ink}");
        }
    }

    [Fact]
    public void A_sheet_that_is_mostly_in_the_shadow_is_no_blackboard()
    {
        var drawing = new Drawing(200, 160, (x, _) => (int)(80 + 170 * x * x / 40_000.0), (x, y) => x is >= 60 and < 100 && y is >= 60 and < 64 ? 0.3 : 1).Image;
        var framed = InkFraming.Frame(drawing, Margins, Size);
        Assert.Equal((255, 255, 255), Drawing.At(framed, 2, 2));
        Assert.InRange(Drawing.At(framed, framed.Width / 2, framed.Height / 2).Red, 60, 100);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 60)]
    [InlineData(300, 200)]
    public void A_blank_sheet_has_none_and_stays_as_it_is(int width, int height)
    {
        var blank = Drawing.Box(width, height, 0xF8F4E8, 0, 0, 0, 0, 0);
        Assert.Null(Drawing.Ink(blank));
        Assert.Same(blank, InkFraming.Frame(blank, Margins, Size));
    }

    [Fact]
    public void The_aspect_stays_and_the_longer_side_takes_its_share()
    {
        var framed = InkFraming.Frame(Drawing.Box(400, 90, 0xFFF8E0, 0x303030, 20, 30, 200, 20), Margins with { Thickness = 1 }, Size);
        Assert.Equal(framed.Width, framed.Height);
        var ink = Drawing.Ink(framed)!.Value;
        Assert.InRange((double)ink.Width / framed.Width, 0.48, 0.52);
        Assert.InRange((double)ink.Width / ink.Height, 8, 11); // 10, but for the edges of the blocks.
        Assert.InRange(ink.Left + (ink.Width / 2.0) - (framed.Width / 2.0), -1.5, 1.5);
        Assert.InRange(ink.Top + (ink.Height / 2.0) - (framed.Height / 2.0), -1.5, 1.5);
    }

    [Fact]
    public void The_paper_becomes_white_and_the_ink_keeps_its_colour()
    {
        var framed = InkFraming.Frame(Drawing.Box(100, 100, 0xF0E0C0, 0x802010, 30, 30, 40, 6), Margins, Size);
        Assert.Equal((255, 255, 255), Drawing.At(framed, 2, 2));

        // Each channel over its paper's: 128 / 240, 32 / 224, 16 / 192.
        Assert.Equal((136, 36, 21), Drawing.At(framed, framed.Width / 2, framed.Height / 2));
    }

    [Fact]
    public void A_dot_stays_a_dot()
    {
        var framed = InkFraming.Frame(Drawing.Box(60, 80, 0xFFFFFF, 0x2040C0, 25, 60, 9, 9), Margins, Size);
        var ink = Drawing.Ink(framed)!.Value;
        Assert.InRange((double)ink.Width / framed.Width, 0.08, 0.13);
    }

    [Fact]
    public void A_thin_line_on_a_large_sheet_does_not_come_out_dotted()
    {
        var line = new Drawing(1200, 1200, (_, _) => 255, (x, y) => x is >= 100 and < 1100 && y is >= 600 and < 603 ? 0 : 1).Image;
        var framed = InkFraming.Frame(line, Margins, Size).Resize(Size, Size);
        var darkest = Enumerable.Range(0, Size).Select(x => Enumerable.Range(0, Size).Min(y => Drawing.At(framed, x, y).Red)).Skip(30).Take(36).ToList();
        Assert.True(darkest.Max() - darkest.Min() <= 12, string.Join(' ', darkest));
        Assert.True(darkest.Max() < 250);
    }

    [Fact]
    public void Half_a_sheet_of_ink_makes_no_square_larger_than_twice_the_size()
    {
        var half = Drawing.Box(1500, 1200, 0xFFFFFF, 0x101010, 0, 0, 700, 1200);
        var framed = InkFraming.Frame(half, new(InkMargins.Least, InkMargins.Least), Size);
        Assert.InRange(framed.Width, Size, 2 * Size);
        Assert.Equal((255, 255, 255), Drawing.At(framed, 0, 0));
        Assert.True(Drawing.At(framed, framed.Width / 2, framed.Height / 2).Red < 250);
    }

    [Property(MaxTest = 60)]
    public bool Where_the_ink_is_on_the_sheet_makes_no_difference(byte left, byte top)
    {
        var (x, y) = (5 + (left % 150), 5 + (top % 100));
        var moved = InkFraming.Frame(Drawing.Box(200, 140, 0xFFFFFF, 0x1010A0, x, y, 30, 18), Margins, Size);
        var still = InkFraming.Frame(Drawing.Box(200, 140, 0xFFFFFF, 0x1010A0, 60, 60, 30, 18), Margins, Size);
        return moved.Planes.Span.SequenceEqual(still.Planes.Span);
    }
}
