#:package SkiaSharp
#:package SkiaSharp.NativeAssets.Linux.NoDependencies

// Draws the 24 images of this folder and labels.tsv:   dotnet run data/own-handwriting/draw.cs -- FOLDER
// Here a movement is drawn, not a shape. A stroke is a chain of virtual targets; the move to each has a speed whose course over time is
// a lognormal, and turns along an arc. A move begins before the one before has ended, so the hand rounds corners off and falls short of
// targets by itself. This is the sigma-lognormal model of the kinematic theory of handwriting:
//   R. Plamondon, "A kinematic theory of rapid human movements", parts I and II, Biological Cybernetics 72 (1995), 295-320.
//   C. O'Reilly, R. Plamondon, "Development of a Sigma-Lognormal representation for on-line signatures", Pattern Recognition 42 (2009), 3324-3337.
// Nothing is shared with lib/MathSymbols/Data/Synthetic, neither code nor forms nor numbers.

using System.Globalization;
using SkiaSharp;

if (args is not [var folder])
{
    Console.Error.WriteLine("usage: dotnet run data/own-handwriting/draw.cs -- FOLDER");
    return 2;
}

Directory.CreateDirectory(folder);
foreach (var drawing in Drawing.All) File.WriteAllBytes(Path.Combine(folder, drawing.File), drawing.Encode());
File.WriteAllText(Path.Combine(folder, "labels.tsv"), "file\tlabel\n" + string.Concat(Drawing.All.Select(d => $"{d.File}\t{d.Label}\n")));
Console.WriteLine($"{Drawing.All.Count} images in {Path.GetFullPath(folder)}");
return 0;

/// <summary>
/// One image: the strokes of a form, written with a pen on a sheet. The symbol takes the share Fill of the sheet in the direction in which it
/// comes nearer to the edges, and has its middle at At. Slant is the shift to the right per unit of height, Tilt is in degrees, clockwise.
/// </summary>
internal sealed record Drawing(
    string File, string Label, Target[][] Form, Pen Pen, Sheet Sheet, double Fill, (double X, double Y) At, double Slant = 0, double Tilt = 0)
{
    public static IReadOnlyList<Drawing> All { get; } =
    [
        new("01.png", "4", Forms.OpenFour, Pen.Ballpoint(2.6, 0x1F3FA8), new(240, 270, 0xFBFAF5, Grain: 2), 0.62, (0.5, 0.48), 0.08),
        new("02.jpg", "x", Forms.WavyX, Pen.Marker(17, 0x1E8A3C), new(640, 520, 0xF1EFEA, Grain: 3, Shadow: 0.34), 0.58, (0.52, 0.5)),
        new("03.png", "sub", Forms.Minus, Pen.Marker(9, 0xD2202B), new(420, 96, 0xFFFFFF), 0.72, (0.5, 0.52), Tilt: -1),
        new("04.png", "8", Forms.Eight, Pen.Liner(3.4, 0x161616), new(170, 300, 0xFFFEFA), 0.74, (0.5, 0.5), 0.1),
        new("05.png", "y", Forms.LoopedY, Pen.Fountain(7, 0x6A2C9C), new(300, 330, null), 0.76, (0.5, 0.5), 0.14),
        new("06.png", "1", Forms.BareOne, Pen.Fountain(7.5, 0x6B4226), new(84, 430, 0xF8F1DF, Grain: 2), 0.8, (0.5, 0.5), 0.05),
        new("07.png", "eq", Forms.EqualSign, Pen.Ballpoint(3, 0x167A45), new(360, 150, 0xFFFFFF), 0.6, (0.48, 0.5), Tilt: -2),
        new("08.jpg", "3", Forms.Three, Pen.Marker(44, 0x2456C8), new(760, 900, 0xF6F5F1, Grain: 2), 0.7, (0.48, 0.52), 0.06),
        new("09.png", "mul", Forms.Cross, Pen.Marker(15, 0x1A1A1A), new(260, 250, 0xFFFFFF), 0.5, (0.5, 0.5)),
        new("10.png", "0", Forms.Zero, Pen.Pencil(5, 0x4A4A4C), new(220, 260, 0xFCFBF7, Grain: 2), 0.66, (0.5, 0.5), 0.12),
        new("11.png", "7", Forms.PlainSeven, Pen.Ballpoint(2.4, 0xC5222E), new(180, 240, 0xFFFFFF), 0.56, (0.44, 0.44), 0.06),
        new("12.png", "dec", Forms.Dot, Pen.Marker(7, 0x1D4FB5), new(64, 80, 0xFFFFFF), 0.16, (0.46, 0.68)),
        new("13.png", "z", Forms.BarredZ, Pen.Fountain(9, 0x1B1B22), new(400, 340, 0xF7F0DC), 0.64, (0.5, 0.52), 0.1),
        new("14.png", "6", Forms.Six, Pen.Liner(4, 0x1A7F4B), new(700, 900, 0xFDFCF8), 0.13, (0.3, 0.24), 0.1),
        new("15.png", "5", Forms.Five, Pen.Ballpoint(3, 0x1C46B4), new(300, 300, 0xFDFDFB, Squares: 30), 0.56, (0.5, 0.5), 0.08),
        new("16.png", "div", Forms.Divide, Pen.Marker(11, 0xC8203A), new(270, 250, 0xFFFFFF), 0.68, (0.5, 0.5), Tilt: -3),
        new("17.jpg", "2", Forms.Two, Pen.Pencil(9, 0x3C3C40), new(480, 560, 0xF4ECD6, Grain: 4), 0.6, (0.52, 0.5), 0.05),
        new("18.png", "x", Forms.BowedX, Pen.Fountain(6, 0x7A3F1D), new(280, 260, 0xFFFFFF), 0.6, (0.45, 0.55), 0.08),
        new("19.png", "9", Forms.Nine, Pen.Liner(5, 0x7B2FA5), new(150, 230, 0xFFFFFF), 0.72, (0.5, 0.5), 0.05),
        new("20.png", "add", Forms.Plus, Pen.Marker(6, 0x2A5FD0), new(62, 60, 0xFFFFFF), 0.66, (0.5, 0.5), Tilt: 3),
        new("21.png", "4", Forms.ClosedFour, Pen.Marker(24, 0x202020), new(330, 380, 0xFAF8F2), 0.72, (0.5, 0.5), 0.04),
        new("22.jpg", "7", Forms.CrossedSeven, Pen.Ballpoint(5, 0x20242E), new(560, 420, 0xF3F2EE, Grain: 3), 0.5, (0.66, 0.44), 0.06),
        new("23.png", "y", Forms.StraightY, Pen.Liner(5, 0x2E8B2E), new(220, 280, 0xFFFFFF), 0.68, (0.5, 0.5)),
        new("24.png", "1", Forms.FlaggedOne, Pen.Marker(14, 0x2038A0), new(190, 400, 0xFFFFFF), 0.74, (0.5, 0.5), 0.02),
    ];

    public byte[] Encode()
    {
        using var bitmap = Paint();
        var format = File.EndsWith(".jpg", StringComparison.Ordinal) ? SKEncodedImageFormat.Jpeg : SKEncodedImageFormat.Png;
        using var data = bitmap.Encode(format, quality: 88);
        return data.ToArray();
    }

    private SKBitmap Paint()
    {
        var seed = uint.Parse(File[..2], CultureInfo.InvariantCulture);
        var random = new Generator(seed);
        var strokes = Place([.. Form.Select(targets => Movement.Write(targets, random))]);
        var fastest = strokes.SelectMany(stroke => stroke).Max(point => point.Speed);
        var traces = strokes.ConvertAll(stroke => Pen.Trace(stroke, fastest, Sheet));
        var bitmap = new SKBitmap(Sheet.Width, Sheet.Height, SKColorType.Rgba8888, Sheet.Paper is null ? SKAlphaType.Unpremul : SKAlphaType.Opaque);
        for (var y = 0; y < Sheet.Height; y++)
        {
            for (var x = 0; x < Sheet.Width; x++)
            {
                // Stroke over stroke: where two cross, the ink is darker.
                var bare = traces.Aggregate(1.0, (left, trace) => left * (1 - Pen.Hides(trace[x, y], x, y, seed)));
                bitmap.SetPixel(x, y, Sheet.Under(x, y, Pen.Ink, 1 - bare, seed));
            }
        }

        return bitmap;
    }

    // Slants and tilts, then fits what came out, pen and all, into its part of the sheet.
    private List<PenPoint[]> Place(List<PenPoint[]> strokes)
    {
        var (sin, cos) = Math.SinCos(Tilt * Math.PI / 180);
        var turned = strokes.ConvertAll(stroke => Array.ConvertAll(stroke, (PenPoint p) =>
        {
            var x = p.X - Slant * p.Y;
            return p with { X = x * cos - p.Y * sin, Y = x * sin + p.Y * cos };
        }));
        var all = turned.SelectMany(stroke => stroke).ToList();
        var (left, right, top, bottom) = (all.Min(p => p.X), all.Max(p => p.X), all.Min(p => p.Y), all.Max(p => p.Y));
        var scale = Math.Min((Sheet.Width * Fill - Pen.Width) / (right - left), (Sheet.Height * Fill - Pen.Width) / (bottom - top));
        if (scale <= 0) throw new InvalidOperationException($"{File}: the pen is wider than the symbol.");
        var (x0, y0) = (At.X * Sheet.Width - scale * (left + right) / 2, At.Y * Sheet.Height - scale * (top + bottom) / 2);
        return turned.ConvertAll(stroke => Array.ConvertAll(stroke, p => p with { X = x0 + scale * p.X, Y = y0 + scale * p.Y }));
    }
}

/// <summary>
/// Where the hand aims next (y down), by how many degrees it turns on the way (positive is clockwise), and how early the next move begins: Flow
/// is 0 after a stop, which leaves a sharp corner, and about 0.5 where the writing flows.
/// </summary>
internal readonly record struct Target(double X, double Y, double Turn = 0, double Flow = 0.45);

/// <summary>Where the pen is, and how fast.</summary>
internal readonly record struct PenPoint(double X, double Y, double Speed)
{
    public double To(PenPoint next) => double.Hypot(next.X - X, next.Y - Y);
}

/// <summary>The targets of each symbol. Curves overshoot or fall short of them: these are intentions.</summary>
internal static class Forms
{
    private const double Stop = 0.06;

    public static Target[][] Zero => [[new(3.6, 0.2), new(0.4, 5.6, -60, 0.5), new(2.7, 10.2, -95, 0.55), new(5.3, 4.6, -75), new(3.1, 0, -95), new(1.6, 1.2, -40)]];
    public static Target[][] BareOne => [[new(0.2, 0), new(-0.2, 10, -5)]];
    public static Target[][] FlaggedOne => [[new(0, 3), new(2.9, 0, -10, Stop), new(2.8, 10, 3)], [new(0.6, 10), new(5.2, 9.8, 3)]];
    public static Target[][] Two => [[new(0, 2.6), new(2.6, 0, 95), new(4.8, 2.8, 90), new(0, 9.8, 35, Stop), new(6.2, 9.4, -14)]];
    public static Target[][] Three => [[new(0.2, 1.4), new(3, 0, 80), new(4.6, 2.2, 80), new(1.8, 4.5, 60, 0.12), new(5, 6.6, 110), new(2.8, 9.8, 90), new(-0.3, 9, 60)]];
    public static Target[][] OpenFour => [[new(2.6, 0), new(0, 6.2, -8, Stop), new(6.6, 5.9, -4)], [new(5, 2.6), new(4.4, 10, 3)]];
    public static Target[][] ClosedFour => [[new(4.6, 10), new(4.7, 0, 2, Stop), new(0, 6.7, -6, Stop), new(6.6, 6.6, 3)]];
    public static Target[][] Five =>
        [[new(1.2, 0.2), new(0.6, 4.5, -4, 0.12), new(3.4, 4, 55), new(5.4, 6.8, 85), new(2.6, 9.9, 85), new(-0.2, 9.2, 50)], [new(1.2, 0.2), new(5.8, 0, 6)]];
    public static Target[][] Six => [[new(4.4, 0), new(0.2, 7.2, -40), new(4.8, 7.6, -170), new(0.8, 7.4, -165)]];
    public static Target[][] PlainSeven => [[new(0, 0.6), new(5.6, 0.2, 6, Stop), new(2, 10, -14)]];
    public static Target[][] CrossedSeven => [[new(0, 1), new(0.4, 0.3, 0, 0.3), new(5.8, 0.2, 8, Stop), new(2.2, 10, -18)], [new(1.6, 5.2), new(5.6, 4.8, 4)]];
    public static Target[][] Eight => [[new(4.4, 1.4), new(0.8, 2.6, -150), new(2.8, 5, -60), new(4.8, 7.6, 60), new(0.4, 7.8, 170), new(2.4, 5, 60), new(4.6, 1.2, -40)]];
    public static Target[][] Nine => [[new(4.8, 1.4), new(0.2, 2.6, -160), new(4.9, 1.4, -150, 0.12), new(4.3, 10, 10)]];
    public static Target[][] Plus => [[new(0, 5.2), new(9.4, 4.9, 3)], [new(4.7, 0), new(4.5, 10, 3)]];
    public static Target[][] Minus => [[new(0, 0.2), new(10, 0, 6)]];
    public static Target[][] EqualSign => [[new(0, 0.2), new(8.6, 0, 5)], [new(0.4, 3), new(9, 2.7, -4)]];
    public static Target[][] Cross => [[new(0, 0), new(8.4, 8.8, 4)], [new(8.3, 0), new(0.2, 8.6, -4)]];
    public static Target[][] Divide => [[new(0, 4), new(10, 3.7, 4)], Touch(4.9, 0.2, 0.35), Touch(5.1, 7.8, 0.35)];
    public static Target[][] Dot => [Touch(0, 0, 1)];
    public static Target[][] WavyX => [[new(0, 1.8), new(2.2, 1, 100), new(5, 8.4, -10), new(7.6, 7.6, -100)], [new(7, 0.4), new(0.2, 9.4, 14)]];
    public static Target[][] BowedX =>
        [[new(0, 1.8), new(1.8, 0.8, 70), new(4, 5, 40), new(2.2, 9.4, 50), new(0.1, 8.6, 70)], [new(8.4, 1.2), new(6, 1, -80), new(4, 5.2, -45), new(6, 9.4, -50), new(8.3, 8.2, -80)]];
    public static Target[][] LoopedY => [[new(0, 0.6), new(4.8, 0.4, -190, 0.12), new(3.6, 8, 10), new(0.6, 8.4, 150), new(6.4, 4.6, 30)]];
    public static Target[][] StraightY => [[new(0, 0.2), new(3.2, 4.8, -6)], [new(6.2, 0), new(0.8, 10, 4)]];
    public static Target[][] BarredZ => [[new(0, 0.6), new(6, 0.3, 6, Stop), new(0, 9.6, 4, Stop), new(6.6, 9.3, -4)], [new(1.2, 5.2), new(5.4, 4.8, 3)]];

    // A pen set down: it moves hardly at all, around itself.
    private static Target[] Touch(double x, double y, double size) =>
        [new(x - size / 2, y), new(x + size / 2, y, 160), new(x - size / 3, y + size / 5, 160)];
}

/// <summary>A stroke as it comes out: the sum of its moves.</summary>
internal static class Movement
{
    private const double Step = 0.0015;

    public static PenPoint[] Write(Target[] targets, Generator random)
    {
        var start = Aim(targets[0], random);
        var moves = new List<Move>();
        var (from, onset) = (start, 0.0);
        for (var i = 1; i < targets.Length; i++)
        {
            var to = Aim(targets[i], random);
            var duration = 0.3 * (1 + random.Normal(0.08));
            moves.Add(Move.Between(from, to, targets[i].Turn + random.Normal(6), onset, duration, spread: 0.26 + random.Normal(0.02)));
            if (i + 1 < targets.Length) onset += duration * (1 - targets[i].Flow + random.Normal(0.02));
            from = to;
        }

        var points = new List<PenPoint>();
        var (before, end) = (start, moves.Max(move => move.End));
        for (var time = 0.0; time <= end; time += Step)
        {
            var (x, y) = start;
            foreach (var move in moves)
            {
                var (dx, dy) = move.Travelled(time);
                (x, y) = (x + dx, y + dy);
            }

            points.Add(new(x, y, double.Hypot(x - before.X, y - before.Y) / Step));
            before = (x, y);
        }

        return [.. points];
    }

    private static (double X, double Y) Aim(Target target, Generator random) => (target.X + random.Normal(0.16), target.Y + random.Normal(0.16));
}

/// <summary>
/// One move: an arc of some length, which starts at an angle (radians, clockwise) and turns, and on which the speed is a lognormal pulse.
/// Onset is t0, when the command is given; mu and sigma are mean and deviation of ln(t - t0).
/// </summary>
internal sealed record Move(double Length, double Angle, double Turn, double Onset, double Mu, double Sigma)
{
    /// <summary>When 99.9 % of it is done: three deviations after the mean of the logarithm.</summary>
    public double End => Onset + Math.Exp(Mu + 3 * Sigma);

    /// <summary>Chooses t0 and mu so that 99.7 % of the move lies within the duration.</summary>
    public static Move Between((double X, double Y) from, (double X, double Y) to, double degrees, double begin, double duration, double spread)
    {
        var turn = (degrees == 0 ? 0.001 : degrees) * Math.PI / 180; // Never quite straight, so that one formula does.
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        var length = double.Hypot(dx, dy) * (turn / 2) / Math.Sin(turn / 2);
        var mu = Math.Log(duration / (2 * Math.Sinh(3 * spread)));
        return new(length, Math.Atan2(dy, dx) - turn / 2, turn, begin - Math.Exp(mu - 3 * spread), mu, spread);
    }

    /// <summary>How far it has come by a time. The share of the arc that is done is the lognormal's distribution function.</summary>
    public (double X, double Y) Travelled(double time)
    {
        if (time <= Onset) return (0, 0);
        var done = Gauss((Math.Log(time - Onset) - Mu) / Sigma);
        var now = Angle + Turn * done;
        return (Length / Turn * (Math.Sin(now) - Math.Sin(Angle)), Length / Turn * (Math.Cos(Angle) - Math.Cos(now)));
    }

    // The normal distribution function; Abramowitz and Stegun 26.2.17, to 7.5e-8.
    private static double Gauss(double z)
    {
        var t = 1 / (1 + 0.2316419 * Math.Abs(z));
        var tail = Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI)
            * t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return z > 0 ? 1 - tail : tail;
    }
}

/// <summary>
/// What leaves the trace: its width in pixels at middling speed, its ink (0xRRGGBB), how much thinner a fast line is than a slow one, over how many
/// widths a line swells and thins out at its ends, how much of the paper a stroke hides, and how much the paper's tooth shows through it.
/// </summary>
internal sealed record Pen(double Width, int Ink, double Thinning, double Taper, double Cover, double Gaps)
{
    public static Pen Ballpoint(double width, int ink) => new(width, ink, Thinning: 0.45, Taper: 0.8, Cover: 0.9, Gaps: 0.25);
    public static Pen Fountain(double width, int ink) => new(width, ink, Thinning: 0.65, Taper: 2, Cover: 0.93, Gaps: 0.06);
    public static Pen Liner(double width, int ink) => new(width, ink, Thinning: 0.08, Taper: 0, Cover: 0.95, Gaps: 0);
    public static Pen Marker(double width, int ink) => new(width, ink, Thinning: 0, Taper: 0, Cover: 0.88, Gaps: 0.04);
    public static Pen Pencil(double width, int ink) => new(width, ink, Thinning: 0.25, Taper: 1, Cover: 0.85, Gaps: 0.8);

    /// <summary>How much of each pixel a stroke touches, 0 to 1.</summary>
    public double[,] Trace(PenPoint[] stroke, double fastest, Sheet sheet)
    {
        var trace = new double[sheet.Width, sheet.Height];
        var length = 0.0;
        var whole = Enumerable.Range(1, stroke.Length - 1).Sum(i => stroke[i - 1].To(stroke[i]));
        for (var i = 1; i < stroke.Length; i++)
        {
            length += stroke[i - 1].To(stroke[i]);
            Press(trace, stroke[i - 1], stroke[i], Radius(stroke[i].Speed / fastest, Math.Min(length, whole - length)));
        }

        return trace;
    }

    /// <summary>How much of a pixel is hidden where the pen touches it so far: the paper's tooth takes less ink in its hollows.</summary>
    public double Hides(double touched, int x, int y, uint seed)
    {
        if (touched == 0) return 0;
        var hollow = 1.04 * Generator.Noise(x, y, 1.6, seed + 100) + 0.56 * Generator.Noise(x, y, 4, seed + 200) - 0.3;
        return touched * Cover * (1 - Gaps * Math.Clamp(hollow, 0, 1));
    }

    private double Radius(double speed, double fromEnd)
    {
        var swell = Taper == 0 ? 1 : Math.Min(1, 0.55 + 0.45 * fromEnd / (Taper * Width));
        return Width / 2 * (1 + Thinning * (0.5 - speed)) * swell;
    }

    // A slab with round ends; the darkest of all that touch a pixel counts.
    private static void Press(double[,] trace, PenPoint a, PenPoint b, double radius)
    {
        var reach = radius + 0.5;
        var (dx, dy) = (b.X - a.X, b.Y - a.Y);
        var square = Math.Max(dx * dx + dy * dy, 1e-12);
        for (var x = Math.Max(0, (int)(Math.Min(a.X, b.X) - reach)); x <= Math.Min(trace.GetLength(0) - 1, Math.Max(a.X, b.X) + reach); x++)
        {
            for (var y = Math.Max(0, (int)(Math.Min(a.Y, b.Y) - reach)); y <= Math.Min(trace.GetLength(1) - 1, Math.Max(a.Y, b.Y) + reach); y++)
            {
                var (px, py) = (x + 0.5 - a.X, y + 0.5 - a.Y);
                var along = Math.Clamp((px * dx + py * dy) / square, 0, 1);
                var (ex, ey) = (px - along * dx, py - along * dy);
                trace[x, y] = Math.Max(trace[x, y], Math.Clamp(reach - double.Hypot(ex, ey), 0, 1));
            }
        }
    }
}

/// <summary>
/// What is written on: its size in pixels, its colour (null for none: a transparent image), how far its lightness strays (in steps of 255), how
/// much darker its lower right corner is, and the side of printed squares (0 for none).
/// </summary>
internal sealed record Sheet(int Width, int Height, int? Paper, int Grain = 0, double Shadow = 0, int Squares = 0)
{
    /// <summary>The colour of a pixel that is so far covered by ink.</summary>
    public SKColor Under(int x, int y, int ink, double covered, uint seed)
    {
        if (Paper is not { } paper) return Colour(c => Part(ink, c), (byte)Math.Round(255 * covered));
        if (Squares > 0 && (x % Squares == Squares / 2 || y % Squares == Squares / 2)) paper = 0xC3D6EA;
        var grain = Math.Round(Grain * (2 * Generator.Noise(x, y, 3, seed) - 1));
        var light = 1 - Shadow * Smooth((0.75 * x / Width + 0.45 * y / Height - 0.35) / 0.8);
        return Colour(c => light * (covered * Part(ink, c) + (1 - covered) * (Part(paper, c) + grain)), 255);
    }

    private static SKColor Colour(Func<int, double> part, byte alpha) => new(Byte(part(2)), Byte(part(1)), Byte(part(0)), alpha);
    private static byte Byte(double value) => (byte)Math.Clamp(Math.Round(value), 0, 255);
    private static int Part(int colour, int index) => (colour >> (8 * index)) & 255;
    private static double Smooth(double t) => Math.Clamp(t, 0, 1) is var u ? u * u * (3 - 2 * u) : 0;
}

/// <summary>Random numbers that are the same everywhere: a hash of a counter.</summary>
internal sealed class Generator(uint seed)
{
    private uint _state = Hash(seed);

    /// <summary>About normal around 0, within three deviations: the sum of twelve uniform numbers.</summary>
    public double Normal(double deviation)
    {
        var sum = -6.0;
        for (var i = 0; i < 12; i++) sum += Hash(_state++) / 4294967296.0;
        return deviation * Math.Clamp(sum, -3, 3);
    }

    /// <summary>Noise over the plane, 0 to 1: random values on a grid, and lines between them.</summary>
    public static double Noise(int x, int y, double grid, uint seed)
    {
        var (u, v) = (x / grid, y / grid);
        var (column, row) = ((uint)u, (uint)v);
        var (right, down) = (u - column, v - row);
        var above = At(column, row) + right * (At(column + 1, row) - At(column, row));
        var below = At(column, row + 1) + right * (At(column + 1, row + 1) - At(column, row + 1));
        return above + down * (below - above);

        double At(uint i, uint j) => Hash(seed ^ Hash(i ^ Hash(j))) / 4294967296.0;
    }

    private static uint Hash(uint value)
    {
        value = (value + 1) * 2654435769;
        value = (value ^ (value >> 15)) * 2246822519;
        return value ^ (value >> 13);
    }
}
