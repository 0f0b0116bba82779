using MathSymbols.Data;
using MathSymbols.Data.Audit;
using MathSymbols.Tests.Support;
using SkiaSharp;
using Xunit;

namespace MathSymbols.Tests.Data.Audit;

public sealed class DatasetAuditTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Photographs_are_compared_in_small_and_empty_sheets_are_copies_only_where_they_are_the_same()
    {
        SampleImages.WritePng(_folder["a", "dot.png"], 1, 1, SKColors.Black);
        SampleImages.WritePng(_folder["a", "white.png"], 90, 90, SKColors.White);
        SampleImages.WritePng(_folder["b", "white.png"], 90, 91, SKColors.White);
        SampleImages.WritePng(_folder["b", "white2.png"], 90, 90, SKColors.White);
        Photograph(_folder["a", "large.jpg"], 2400);
        Photograph(_folder["b", "small.jpg"], 700);
        Photograph(_folder["b", "other.jpg"], 700, 40);
        var images = ImageFolder.Open(_folder.Root);
        var audit = DatasetAudit.Run(images, Split.Open(images, Split.OriginalName), cancellation: TestContext.Current.CancellationToken);
        Assert.Equal([["a/large.jpg", "b/small.jpg"], ["a/white.png", "b/white2.png"]], audit.Duplicates.Groups.Select(g => g.Members.Select(m => images.Files[m].Path)));
        Assert.Equal([CopyKind.Near, CopyKind.SameBytes], audit.Duplicates.Groups.Select(g => g.Kind));
        Assert.Empty(audit.Marks);
    }

    [Fact]
    public void A_folder_in_which_nothing_loads_is_told_and_no_more()
    {
        Directory.CreateDirectory(_folder["a"]);
        File.WriteAllText(_folder["a", "broken.png"], "no image");
        var images = ImageFolder.Open(_folder.Root);
        var audit = DatasetAudit.Run(images, Split.Open(images, Split.OriginalName), cancellation: TestContext.Current.CancellationToken);
        Assert.Equal("a/broken.png", Assert.Single(audit.Failures).Path);
        Assert.Null(audit.FormatAndSize);
        Assert.Empty(audit.Duplicates.Groups);
        Assert.Null(AuditFormat.ToJson(audit)["format_and_size"]);
    }

    // Coloured hills, the same at every size.
    private static void Photograph(string path, int width, float bend = 0)
    {
        using var surface = SKSurface.Create(new SKImageInfo(width, width * 3 / 4));
        using var paint = new SKPaint { IsAntialias = true };
        surface.Canvas.Clear(new SKColor(150, 190, 230));
        surface.Canvas.Scale(width / 800f);
        for (var i = 0; i < 9; i++)
        {
            paint.Color = new SKColor((byte)(40 + 20 * i), (byte)(120 - 9 * i), (byte)(31 * i % 200));
            surface.Canvas.DrawOval(80 + 83 * i, 200 + 37 * i % 300 + bend * (i % 2), 90, 30 + 41 * i % 90, paint);
        }

        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Jpeg, 90);
        File.WriteAllBytes(path, data.ToArray());
    }
}
