using System.Text.Json;

namespace MathSymbols.Data;

/// <summary>Whose pixels a file holds, as JSON.</summary>
/// <param name="Fingerprint">Fingerprint of the images.</param>
/// <param name="Failures">The images that could not be decoded, by index.</param>
internal sealed record PixelStoreIndex(string Fingerprint, IReadOnlyList<ImageFailure> Failures)
{
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this);

    /// <summary>Null when it is no index of so many rows.</summary>
    public static PixelStoreIndex? Parse(ReadOnlySpan<byte> json, int rows)
    {
        try
        {
            return JsonSerializer.Deserialize<PixelStoreIndex>(json) is { Fingerprint: not null, Failures: not null } index && index.Failures.All(f => f is { Path: not null, Reason: not null } && f.Index >= 0 && f.Index < rows)
                ? index
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
