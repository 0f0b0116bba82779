using MathSymbols.Data;
using MathSymbols.Models;

namespace MathSymbols.Features;

/// <summary>What features depend on.</summary>
/// <param name="Images">Fingerprint of the images.</param>
/// <param name="Network">Hash of the network's weights.</param>
/// <param name="Preprocessing">What is done to an image first.</param>
/// <param name="Size">Height and width of the images in pixels.</param>
internal sealed record FeatureIdentity(string Images, string Network, Vgg19Preprocessing Preprocessing, int Size)
{
    private const int Digits = 12;

    public static FeatureIdentity Of(PixelStore pixels, Vgg19Base network) => new(pixels.Fingerprint, network.Digest, network.Preprocessing, pixels.Height);

    /// <summary>The file's name; the header has the identity in full.</summary>
    public string FileName => $"{Images[..Digits]}-{Network[..Digits]}-{Preprocessing.Word()}-{Size}.features";

    public override string ToString() => $"{Images} {Network} {Preprocessing.Word()} {Size} pixels-{PixelStoreHeader.CurrentVersion}";
}
