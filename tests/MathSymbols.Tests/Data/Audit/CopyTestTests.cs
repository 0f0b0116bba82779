using MathSymbols.Data.Audit;
using SkiaSharp;
using Xunit;

namespace MathSymbols.Tests.Data.Audit;

public sealed class CopyTestTests
{
    [Fact]
    public void A_moved_drawing_is_a_copy_and_the_shift_is_told()
    {
        var (a, b) = (Stroke(0, 0, 0), Stroke(3, -2, 0));
        var likeness = CopyTest.Compare(a, b);
        Assert.Equal((3, -2), (likeness.ShiftX, likeness.ShiftY));
        Assert.Equal((1.0, 0.0), (likeness.Correlation, likeness.Worst), (x, y) => Math.Abs(x.Item1 - y.Item1) < 1e-9 && x.Item2 == y.Item2);
        Assert.True(CopyTest.IsCopy(likeness, a, b));
    }

    [Fact]
    public void A_stroke_that_bends_by_two_pixels_elsewhere_is_another()
    {
        var (a, b) = (Stroke(0, 0, 0), Stroke(0, 0, 2));
        var likeness = CopyTest.Compare(a, b);
        Assert.InRange(likeness.Correlation, 0.9, 1); // By the mean they are alike.
        Assert.False(CopyTest.IsCopy(likeness, a, b));
    }

    [Fact]
    public void Two_taps_of_one_pen_at_different_places_are_two_dots()
    {
        var (a, b) = (Dot(60, 70, 3), Dot(62, 71, 3.2f));
        var likeness = CopyTest.Compare(a, b);
        Assert.InRange(likeness.Worst, 0.03, 0.15);
        Assert.False(CopyTest.IsCopy(likeness, a, b));
        Assert.True(CopyTest.IsCopy(CopyTest.Compare(a, Dot(60, 70, 3.2f)), a, Dot(60, 70, 3.2f))); // At the same place it is one, printed a little fatter.
    }

    [Fact]
    public void The_colours_of_paper_and_pen_do_not_matter()
    {
        var (light, dark) = (Sketchpad.Plane(Draw), Sketchpad.Plane(Draw, dark: true));
        Assert.Equal(light.Values, dark.Values, (a, b) => Math.Abs(a - b) <= 2);

        static void Draw(SKCanvas canvas, SKPaint pen) => canvas.DrawLine(40, 60, 100, 70, pen);
    }

    private static ContrastPlane Stroke(float dx, float dy, float bend) => Sketchpad.Plane((canvas, pen) =>
    {
        canvas.DrawLine(40 + dx, 60 + dy, 80 + dx, 62 + dy, pen);
        canvas.DrawLine(80 + dx, 62 + dy, 110 + dx, 60 + dy + bend, pen);
    });

    private static ContrastPlane Dot(float x, float y, float radius) => Sketchpad.Plane((canvas, pen) => canvas.DrawCircle(x, y, radius, pen));
}
