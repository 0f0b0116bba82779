using System.Text.Json;
using Microsoft.Win32.SafeHandles;

namespace MathSymbols.Data;

/// <summary>What stands behind the rows of a pixel file, as JSON.</summary>
/// <param name="Fingerprint">Fingerprint of the images.</param>
/// <param name="Failures">The images that could not be decoded, by index.</param>
internal sealed record PixelStoreIndex(string Fingerprint, IReadOnlyList<ImageFailure> Failures)
{
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this);

    public static PixelStoreIndex? Read(SafeFileHandle handle, PixelStoreHeader header)
    {
        var bytes = new byte[header.IndexLength];
        if (RandomAccess.Read(handle, bytes, header.IndexOffset) != bytes.Length) return null;
        try
        {
            return JsonSerializer.Deserialize<PixelStoreIndex>(bytes) is { Fingerprint: not null, Failures: not null } index ? index : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
