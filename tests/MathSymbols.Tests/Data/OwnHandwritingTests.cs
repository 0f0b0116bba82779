using MathSymbols.Data;
using MathSymbols.Data.Synthetic;
using MathSymbols.Runtime;
using SkiaSharp;
using Xunit;

namespace MathSymbols.Tests.Data;

/// <summary>The images in data/own-handwriting are what their README promises.</summary>
public sealed class OwnHandwritingTests
{
    private static readonly string Folder = Path.Combine(SolutionFolder.Find()!, "data", "own-handwriting");
    private static readonly (string File, string Label)[] Labels = [.. File.ReadLines(Path.Combine(Folder, "labels.tsv")).Skip(1).Select(Pair)];
    private static readonly Dictionary<string, Drawn> Images = Labels.ToDictionary(l => l.File, l => Drawn.From(ImageDecoder.Decode(Full(l.File))));

    [Fact]
    public void The_labels_name_every_image_once_and_in_order()
    {
        Assert.Equal("file\tlabel", File.ReadLines(Path.Combine(Folder, "labels.tsv")).First());
        var images = Directory.EnumerateFiles(Folder).Select(Path.GetFileName).Where(name => name!.EndsWith(".png", StringComparison.Ordinal) || name.EndsWith(".jpg", StringComparison.Ordinal));
        Assert.Equal(images.Order(StringComparer.Ordinal), Labels.Select(l => l.File));
        Assert.InRange(Labels.Length, 16, 99);
    }

    [Fact]
    public void All_classes_are_there_and_neighbours_differ()
    {
        Assert.Equal(SyntheticSymbols.ClassNames, Labels.Select(l => l.Label).Distinct().Order(StringComparer.Ordinal));
        Assert.All(Labels.Zip(Labels.Skip(1)), pair => Assert.NotEqual(pair.First.Label, pair.Second.Label));
    }

    [Fact]
    public void The_readme_lists_the_same_files_and_classes()
    {
        var rows = File.ReadLines(Path.Combine(Folder, "README.md")).Where(line => line.StartsWith("| ", StringComparison.Ordinal) && char.IsDigit(line[2]));
        Assert.Equal(Labels, rows.Select(row => row.Split('|', StringSplitOptions.TrimEntries)).Select(cells => (cells[1], cells[2])));
        Assert.Contains("drawn by a program", File.ReadAllText(Path.Combine(Folder, "README.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void Sizes_and_shapes_differ_widely()
    {
        Assert.Contains(Images.Values, i => Math.Max(i.Width, i.Height) <= 80);
        Assert.Contains(Images.Values, i => Math.Max(i.Width, i.Height) >= 800);
        Assert.Contains(Images.Values, i => i.Width >= 3 * i.Height);
        Assert.Contains(Images.Values, i => i.Height >= 3 * i.Width);
        Assert.Contains(Images.Values, i => i.Left > 0.5 * i.Width);
        Assert.Contains(Images.Values, i => i.Right - i.Left < 0.2 * i.Width && i.Bottom - i.Top < 0.2 * i.Height && i.Right < 0.5 * i.Width);
    }

    [Fact]
    public void Ink_is_dark_on_light_whole_and_of_many_colours()
    {
        Assert.All(Images.Values, i => Assert.True(Lightness(i.Ink) + 60 < Lightness(i.Paper)));
        Assert.All(Images.Values, i => Assert.True(i.Left > 0 && i.Top > 0 && i.Right < i.Width - 1 && i.Bottom < i.Height - 1, "a stroke is cut off"));
        Assert.Equal(["blue", "brown", "green", "grey", "red", "violet"], Images.Values.Select(i => Name(i.Ink)).Distinct().Order(StringComparer.Ordinal));
        Assert.Contains(Images.Values, i => i.Paper == SKColors.White);
        Assert.Contains(Images.Values, i => i.Paper.Red - i.Paper.Blue > 15);
    }

    [Fact]
    public void A_file_is_of_the_format_it_is_named_for_and_small()
    {
        var jpegs = Labels.Count(l => Read(l.File) is [0xFF, 0xD8, 0xFF, ..]);
        Assert.InRange(jpegs, 2, 4);
        Assert.Equal(jpegs, Labels.Count(l => l.File.EndsWith(".jpg", StringComparison.Ordinal)));
        Assert.Equal(Labels.Length - jpegs, Labels.Count(l => l.File.EndsWith(".png", StringComparison.Ordinal) && Read(l.File) is [0x89, (byte)'P', (byte)'N', (byte)'G', ..]));
        Assert.All(Labels, l => Assert.InRange(Read(l.File).Length, 1, 150_000));
        Assert.InRange(Labels.Sum(l => Read(l.File).Length), 1, 1_000_000);
    }

    [Fact]
    public void One_has_no_paper()
    {
        var transparent = Labels.Where(l => HasAlpha(l.File)).ToList();
        using var bitmap = SKBitmap.Decode(Full(Assert.Single(transparent).File));
        Assert.Equal(0, bitmap.GetPixel(0, 0).Alpha);
        Assert.Contains(bitmap.Pixels, pixel => pixel.Alpha > 200);
    }

    [Fact]
    public void One_lies_half_in_the_shade_and_one_is_squared()
    {
        var shaded = ImageDecoder.Decode(Full("02.jpg"));
        Assert.True(Lightness(Drawn.Pixel(shaded, 4, 4)) > Lightness(Drawn.Pixel(shaded, shaded.Width - 5, shaded.Height - 5)) + 50);
        var squared = ImageDecoder.Decode(Full("15.png"));
        var edge = Enumerable.Range(0, squared.Width).Where(x => Lightness(Drawn.Pixel(squared, x, 0)) < 230).ToList();
        Assert.Equal(10, edge.Count);
        Assert.All(edge.Zip(edge.Skip(1)), pair => Assert.Equal(30, pair.Second - pair.First));
    }

    private static (string File, string Label) Pair(string line) => line.Split('\t') is [var file, var label] ? (file, label) : throw new FormatException(line);

    private static string Full(string file) => Path.Combine(Folder, file);

    private static byte[] Read(string file) => File.ReadAllBytes(Full(file));

    private static bool HasAlpha(string file)
    {
        using var codec = SKCodec.Create(Full(file));
        return codec.Info.AlphaType != SKAlphaType.Opaque;
    }

    private static double Lightness(SKColor colour) => (colour.Red + colour.Green + colour.Blue) / 3.0;

    private static string Name(SKColor colour)
    {
        var chroma = Math.Max(colour.Red, Math.Max(colour.Green, colour.Blue)) - Math.Min(colour.Red, Math.Min(colour.Green, colour.Blue));
        return chroma < 30 ? "grey" : colour.Hue switch
        {
            < 12 or > 340 => "red",
            < 50 => "brown",
            > 90 and < 170 => "green",
            > 200 and < 245 => "blue",
            > 260 and < 300 => "violet",
            _ => $"hue {colour.Hue}",
        };
    }

    /// <summary>Where the ink is in an image, and its colour: of the pixels that differ most from the upper left corner's.</summary>
    private sealed record Drawn(int Width, int Height, SKColor Paper, SKColor Ink, int Left, int Top, int Right, int Bottom)
    {
        public static Drawn From(PixelImage image)
        {
            var paper = Pixel(image, 0, 0);
            var all = Enumerable.Range(0, image.Width * image.Height).Select(i => (X: i % image.Width, Y: i / image.Width)).ToList();
            var least = all.Max(p => Difference(paper, Pixel(image, p.X, p.Y))) * 0.6;
            var ink = all.Where(p => Difference(paper, Pixel(image, p.X, p.Y)) >= least).ToList();
            return new(
                image.Width, image.Height, paper, Mean([.. ink.Select(p => Pixel(image, p.X, p.Y))]),
                ink.Min(p => p.X), ink.Min(p => p.Y), ink.Max(p => p.X), ink.Max(p => p.Y));
        }

        public static SKColor Pixel(PixelImage image, int x, int y)
        {
            var (plane, i) = (image.Width * image.Height, y * image.Width + x);
            return new(image.Planes.Span[i], image.Planes.Span[plane + i], image.Planes.Span[2 * plane + i]);
        }

        private static int Difference(SKColor a, SKColor b) => Math.Abs(a.Red - b.Red) + Math.Abs(a.Green - b.Green) + Math.Abs(a.Blue - b.Blue);

        private static SKColor Mean(List<SKColor> colours) =>
            new((byte)colours.Average(c => c.Red), (byte)colours.Average(c => c.Green), (byte)colours.Average(c => c.Blue));
    }
}
