using static MathSymbols.Data.Synthetic.Skeleton;

namespace MathSymbols.Data.Synthetic;

/// <summary>The letters x, y and z. x is written with curves; that is what tells it from the straight strokes of mul.</summary>
internal static class Letters
{
    public static SymbolTemplate[] All { get; } =
    [
        new("x", new(1, PngSize: 0.48, CenterX: 0.45, CenterY: 0.47),
            Of(2, "0,14 24,10 42,28 46,52 34,82 0,98", "88,0 62,18 48,46 56,72 80,86 124,80"),
            Of(2, "6,12 22,4 34,22 42,56 54,88 74,96 104,78", "70,0 42,50 8,104"),
            Of(1.5, "0,22 18,4 40,8 46,36 48,72 64,96 90,90 108,70", "104,8 84,2 60,28 38,70 14,98 -4,88")),
        new("y", new(1, PngSize: 0.58, CenterX: 0.43, CenterY: 0.48),
            Of(3, "0,2 2,28 18,40 38,30 50,0! 50,40 44,82 26,100 10,86"),
            Of(2, "0,8 8,32 28,38 46,24 58,0! 42,48 24,100! -8,72"),
            Of(1, "0,4! 14,26 30,44", "64,0! 40,46 8,100"),
            Of(1, "2,2 2,30 20,42 42,30 52,2! 54,46 46,88 26,100 12,88 28,66 66,52")),
        new("z", new(1, PngSize: 0.51, CenterX: 0.49, CenterY: 0.5),
            Of(5, "0,4! 44,2 92,0! 46,48 0,96! 56,94 116,92", "18,48! 60,46 108,44"),
            Of(1.2, "4,4! 44,2 86,0! 42,50 0,98! 30,92 70,98 112,92"),
            Of(2, "0,4! 46,4 90,2! 50,42 16,78 14,94 44,98 118,95", "24,44! 60,43 94,42")),
    ];
}
