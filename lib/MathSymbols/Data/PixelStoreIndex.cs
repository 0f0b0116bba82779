using System.Text.Json;

namespace MathSymbols.Data;

/// <summary>Whose pixels a file holds, as JSON.</summary>
/// <param name="Fingerprint">Fingerprint of the images.</param>
/// <param name="Failures">The images that could not be decoded, by index.</param>
internal sealed record PixelStoreIndex(string Fingerprint, IReadOnlyList<ImageFailure> Failures)
{
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this);

    /// <summary>Null when it is no index of these images.</summary>
    public static PixelStoreIndex? Parse(ReadOnlySpan<byte> json, ImageFolder images)
    {
        try
        {
            return JsonSerializer.Deserialize<PixelStoreIndex>(json) is { Fingerprint: not null, Failures: not null } index && AreOf(index.Failures, images) ? index : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool AreOf(IReadOnlyList<ImageFailure> failures, ImageFolder images)
    {
        var last = -1;
        foreach (var failure in failures)
        {
            if (failure is not { Reason: not null } || failure.Index <= last || failure.Index >= images.Count || failure.Path != images.Files[failure.Index].Path) return false;
            last = failure.Index;
        }

        return true;
    }
}
