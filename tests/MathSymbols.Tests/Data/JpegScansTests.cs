using MathSymbols.Benchmarks.Fuzz.Images.Seeds;
using MathSymbols.Data;
using MathSymbols.Storage;
using Xunit;

namespace MathSymbols.Tests.Data;

public sealed class JpegScansTests
{
    private static ReadOnlySpan<byte> StartOfScan => [0xFF, 0xDA];

    [Theory]
    [InlineData(1, false, 1)]
    [InlineData(3, false, 1)]
    [InlineData(3, true, 5)]
    [InlineData(4, true, 6)]
    public void Scans_are_counted(int components, bool progressive, int expected)
    {
        var file = new JpegSketch(components, progressive, Orientation: 6).Draw(new(1));
        Assert.Equal(expected, JpegScans.Count(file));
        Assert.Equal(expected, JpegScans.Count([.. file, .. file, .. file])); // What is appended is another's, a video behind a photograph for example.
    }

    [Fact]
    public void A_file_that_repeats_its_scans_a_thousand_times_is_refused()
    {
        var file = new JpegSketch(3, Progressive: true).Draw(new(1));
        var second = 2 + file.AsSpan(2).IndexOf(StartOfScan);
        second += 2 + file.AsSpan(second + 2).IndexOf(StartOfScan);
        var third = second + 2 + file.AsSpan(second + 2).IndexOf(StartOfScan);
        byte[] Repeated(int times) => [.. file[..second], .. Enumerable.Repeat(file[second..third], times).SelectMany(b => b), .. file[third..]];
        Assert.Equal(24, ImageDecoder.Decode(Repeated(1).AsSpan()).Width);
        Assert.DoesNotContain("scans", Assert.Throws<ImageDecodeException>(() => ImageDecoder.Decode(Repeated(Limits.JpegScans - 4).AsSpan())).Message, StringComparison.Ordinal); // The decoder's own judgement.
        Assert.Contains("1004 scans", Assert.Throws<ImageDecodeException>(() => ImageDecoder.Decode(Repeated(1000).AsSpan())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Anything_else_has_none()
    {
        Assert.Equal(0, JpegScans.Count([]));
        Assert.Equal(0, JpegScans.Count([0xFF, 0xD8]));
        Assert.Equal(0, JpegScans.Count([0xFF, 0xD8, 0xFF]));
        Assert.Equal(1, JpegScans.Count([0xFF, 0xD8, 0xFF, 0xFF, 0xDA, 0xFF]));
        Assert.Equal(0, JpegScans.Count(new PngSketch(2, 8).Draw(new(1))));
    }
}
