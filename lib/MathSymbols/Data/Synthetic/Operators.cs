using static MathSymbols.Data.Synthetic.Skeleton;

namespace MathSymbols.Data.Synthetic;

/// <summary>The operators add, div, eq, mul, sub and the decimal point dec. Dots are scribbles, as people make them.</summary>
internal static class Operators
{
    public static SymbolTemplate[] All { get; } =
    [
        new("add", new(0.05, JpegSize: 0.55, PngSize: 0.5),
            Of(1, "50,0! 50,50 49,100", "0,52! 50,50 104,49"),
            Of(1, "0,48! 60,46 122,44", "58,0! 56,50 55,100")),
        new("dec", new(0, JpegSize: 0.085, CenterX: 0.57, CenterY: 0.76, MaxPen: 1.1),
            Of(4, "0,40 40,0 100,20 90,70 40,80 20,50 60,30 80,50"),
            Of(2, "0,30 50,10 100,0 70,50 30,60"),
            Of(1.5, "0,0 30,10 50,40"),
            Of(0.5, "0,50 40,0 110,10 120,60 70,110 10,80 0,40")),
        new("div", new(0.1, JpegSize: 0.72, PngSize: 0.55, CenterX: 0.49, CenterY: 0.53, MaxPen: 0.1),
            Of(3, "0,33! 50,32 100,33", "48,6 53,2 57,5 52,8 50,5", "48,60 53,57 57,60 52,64 49,61"),
            Of(1.5, "0,35! 50,33 100,34", "44,8 50,0 59,2 60,9 52,13 44,9", "44,62 50,56 59,57 60,64 52,69 44,65"),
            Of(1, "0,31! 50,31 100,31", "46,2 52,5 56,10", "45,58 51,60 55,65"),
            Of(1, "0,29! 50,28 100,28", "50,9 51,9", "49,47 50,47")),
        new("eq", new(0.01, JpegSize: 0.6, PngSize: 0.62, CenterY: 0.54, MaxPen: 0.11),
            Of(2, "0,0! 50,0 100,-1", "0,37! 50,37 102,36"),
            Of(1, "4,1 40,0 90,2", "0,32 50,36 100,32"),
            Of(1, "0,0! 74,2", "10,38! 104,38")),
        new("mul", new(0.02, JpegSize: 0.56, PngSize: 0.5, MaxPen: 0.14),
            Of(2, "0,0! 50,52 96,100", "92,2! 46,54 2,98"),
            Of(1, "4,4 34,30 62,72 98,92", "88,0! 50,44 0,100")),
        new("sub", new(0.05, JpegSize: 0.5, PngSize: 0.47, CenterY: 0.5, MaxPen: 0.15),
            Of(2, "0,0! 50,1 100,0"),
            Of(1, "0,4 50,-1 100,4"),
            Of(0.7, "0,0 50,5 100,0")),
    ];
}
