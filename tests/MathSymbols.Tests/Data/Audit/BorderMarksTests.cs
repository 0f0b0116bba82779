using MathSymbols.Data.Audit;
using SkiaSharp;
using Xunit;

namespace MathSymbols.Tests.Data.Audit;

public sealed class BorderMarksTests
{
    [Fact]
    public void A_line_along_an_edge_and_the_end_of_a_neighbours_stroke_are_marks_and_the_rest_is_the_drawing()
    {
        var clean = Sketchpad.Plane(Cross);
        var marks = BorderMarks.Of(Sketchpad.Plane((canvas, pen) =>
        {
            Cross(canvas, pen);
            canvas.DrawRect(0, Sketchpad.Height - 2, Sketchpad.Width, 2, pen);
            canvas.DrawLine(-10, 20, 3, 20, pen);
        }));
        Assert.Equal([ImageEdge.Bottom, ImageEdge.Left], marks.Found.Select(m => m.Edge));
        Assert.Equal(2 * Sketchpad.Width, marks.Found[0].Pixels);
        Assert.Equal(clean.Values, marks.Rest.Values);
    }

    [Fact]
    public void Strokes_that_reach_the_edge_parts_of_a_symbol_and_a_lone_line_are_no_marks()
    {
        Action<SKCanvas, SKPaint>[] drawings =
        [
            Cross,
            (canvas, pen) => canvas.DrawLine(0, 60, 154, 60, pen),
            (canvas, pen) => canvas.DrawRect(0, Sketchpad.Height - 2, Sketchpad.Width, 2, pen),
            (canvas, pen) =>
            {
                canvas.DrawLine(40, 8, 100, 8, pen);
                canvas.DrawLine(40, 40, 100, 40, pen);
            },
            (_, _) => { },
        ];
        Assert.All(drawings, d => Assert.Empty(BorderMarks.Of(Sketchpad.Plane(d)).Found));
    }

    private static void Cross(SKCanvas canvas, SKPaint pen)
    {
        canvas.DrawLine(40, 30, 110, 100, pen);
        canvas.DrawLine(110, 30, 40, 100, pen);
    }
}
