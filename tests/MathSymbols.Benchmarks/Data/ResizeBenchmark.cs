using MathSymbols.Data;
using TorchSharp;

namespace MathSymbols.Benchmarks.Data;

/// <summary>Our resize beside torch's, on the same decoded pixels.</summary>
internal static class ResizeBenchmark
{
    private const int Size = 224;
    private const int Compared = 200;

    public static void Run(BenchmarkContext context)
    {
        var images = context.Images;
        var largest = 0f;
        var planes = new byte[PixelImage.Channels * Size * Size];
        var step = Math.Max(1, images.Count / Compared);
        var compared = 0;
        for (var i = 0; i < images.Count; i += step, compared++)
        {
            using var scope = torch.NewDisposeScope();
            var path = images.FullPath(images.Files[i]);
            ImageDecoder.DecodeResized(path, Size, Size, planes);
            var decoded = ImageDecoder.Decode(path);
            var source = torch.tensor(decoded.Planes.ToArray()).to(torch.float32).reshape(1, 3, decoded.Height, decoded.Width);
            var expected = torch.nn.functional.interpolate(source, [Size, Size], mode: torch.InterpolationMode.Bilinear, align_corners: false);
            largest = Math.Max(largest, (torch.tensor(planes).to(torch.float32).reshape(1, 3, Size, Size) - expected).abs().max().item<float>());
        }

        context.Report.Add($"Resize to {Size} px, largest difference from torch's interpolate over {compared} images", $"{largest:0.000} of 255");
    }
}
