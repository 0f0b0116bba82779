using System.Diagnostics;
using FsCheck.Xunit;
using MathSymbols.Benchmarks.Fuzz.Images.Seeds;
using MathSymbols.Data;
using MathSymbols.Data.Synthetic;
using MathSymbols.Tests.Support;
using SkiaSharp;
using TorchSharp;
using Xunit;

namespace MathSymbols.Tests.Data;

public sealed class ImageDecoderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Property(MaxTest = 60)]
    public void Resize_is_torchs_bilinear_to_half_a_step(byte width, byte height, byte target, int seed)
    {
        var (w, h, size) = (width + 1, height + 1, target + 1);
        var path = _folder["noise.png"];
        WriteNoise(path, w, h, seed);
        var planes = new byte[PixelImage.Channels * size * size];
        ImageDecoder.DecodeResized(path, size, size, planes);

        using var scope = torch.NewDisposeScope();
        var source = torch.tensor(ImageDecoder.Decode(path).Planes.ToArray()).to(torch.float32).reshape(1, 3, h, w);
        var expected = torch.nn.functional.interpolate(source, [size, size], mode: torch.InterpolationMode.Bilinear, align_corners: false);
        var difference = (torch.tensor(planes).to(torch.float32).reshape(1, 3, size, size) - expected).abs().max().item<float>();
        Assert.InRange(difference, 0, 0.51f); // Half a step from rounding to bytes, and float32's own error.
    }

    [Fact]
    public void Transparent_pixels_are_laid_over_white()
    {
        SampleImages.WritePng(_folder["half.png"], 2, 2, new SKColor(0, 100, 200, 128), SKAlphaType.Unpremul);
        var image = ImageDecoder.Decode(_folder["half.png"]);
        Assert.Equal([127, 127, 127, 127, 177, 177, 177, 177, 227, 227, 227, 227], image.Planes.ToArray().Select(v => (int)v));
    }

    [Fact]
    public void JPEG_agrees_with_libjpegs_djpeg()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/djpeg"), "needs djpeg (Debian: libjpeg-turbo-progs)");
        SyntheticSymbols.WriteFolder(_folder["drawn"], 3, 11, TestContext.Current.CancellationToken);
        var files = Directory.GetFiles(_folder["drawn"], "*.jpg", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Take(3).ToList();
        Assert.Equal(3, files.Count);
        foreach (var file in files) Assert.InRange(LargestDifference(file), 0, 2);
    }

    [Fact]
    public void JPEG_of_the_real_data_agrees_with_libjpegs_djpeg()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/djpeg"), "needs djpeg (Debian: libjpeg-turbo-progs)");
        var root = Shared.Need("handwritten-math-symbols");
        foreach (var name in (string[])["0", "add", "eq"])
            Assert.InRange(LargestDifference(Directory.GetFiles(Path.Combine(root, name), "*.jpg").Order(StringComparer.Ordinal).First()), 0, 2);
    }

    [Fact]
    public void Files_that_are_no_images_say_why()
    {
        File.WriteAllText(_folder["text.png"], "not an image");
        File.WriteAllText(_folder["empty.png"], "");
        WriteNoise(_folder["whole.png"], 60, 60, 1);
        File.WriteAllBytes(_folder["cut.png"], File.ReadAllBytes(_folder["whole.png"])[..5000]);
        Assert.Contains("no image", Assert.Throws<ImageDecodeException>(() => ImageDecoder.Decode(_folder["text.png"])).Message, StringComparison.Ordinal);
        Assert.Contains("empty", Assert.Throws<ImageDecodeException>(() => ImageDecoder.Decode(_folder["empty.png"])).Message, StringComparison.Ordinal);
        Assert.Contains("truncated", Assert.Throws<ImageDecodeException>(() => ImageDecoder.Decode(_folder["cut.png"])).Message, StringComparison.Ordinal);
        Assert.Equal("the file cannot be read: it is not there", Assert.Throws<ImageDecodeException>(() => ImageDecoder.Decode(_folder["gone.png"])).Message);
        Assert.Equal("the file cannot be read: access is denied", Assert.Throws<ImageDecodeException>(() => ImageDecoder.Decode(_folder.Root)).Message);
        foreach (var name in (string[])["", "a\0b"]) Assert.Equal("the file cannot be read: its name is none", Assert.Throws<ImageDecodeException>(() => ImageDecoder.Decode(name)).Message);
    }

    [Fact]
    public void A_small_file_that_declares_a_huge_image_is_refused_before_memory_is_taken()
    {
        var bomb = HostileFolder.Declaring(HostileFolder.Noise(4, 4, 1), 60_000, 60_000);
        Assert.Contains("60000 × 60000", Assert.Throws<ImageDecodeException>(() => ImageDecoder.Decode(bomb)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0xFF, 0xFF)]
    [InlineData(0xFF, 0x7F)]
    [InlineData(0x00, 0x80)]
    [InlineData(0x00, 0x40)]
    public void A_BMP_whose_pixels_begin_beyond_the_file_is_refused(byte low, byte high)
    {
        var file = OtherSketches.Bmp(new(1));
        file.AsSpan(10, 3).Fill(low);
        file[13] = high;
        Assert.Throws<ImageDecodeException>(() => ImageDecoder.Decode(file));
    }

    [Fact]
    public void Formats_that_take_almost_any_bytes_are_not_read() =>
        Assert.Throws<ImageDecodeException>(() => ImageDecoder.Decode([0, 0, 16, 16, .. new byte[32]])); // A black picture for telephones of 1999, WBMP.

    private static void WriteNoise(string path, int width, int height, int seed)
    {
        var pixels = new byte[PixelImage.Channels * width * height];
        new Random(seed).NextBytes(pixels);
        File.WriteAllBytes(path, new PixelImage(width, height, pixels).ToPng());
    }

    private static int LargestDifference(string path)
    {
        using var process = Process.Start(new ProcessStartInfo("/usr/bin/djpeg", ["-pnm", "-rgb", path]) { RedirectStandardOutput = true })!;
        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        var ours = ImageDecoder.Decode(path);
        var plane = ours.Width * ours.Height;
        var theirs = output.ToArray().AsSpan()[^(PixelImage.Channels * plane)..];
        var largest = 0;
        for (var i = 0; i < plane; i++)
        {
            for (var c = 0; c < PixelImage.Channels; c++) largest = Math.Max(largest, Math.Abs(theirs[PixelImage.Channels * i + c] - ours.Planes.Span[c * plane + i]));
        }

        return largest;
    }
}
