using System.Security.Cryptography;
using System.Text;

namespace MathSymbols.Storage;

/// <summary>What a file's content is known by in a <see cref="Fingerprint"/>: its SHA-256, or that there is none to be read.</summary>
internal static class ContentHash
{
    /// <summary>Bytes of one.</summary>
    public const int Length = SHA256.HashSizeInBytes;

    private const int BufferBytes = 1 << 17;

    [ThreadStatic]
    private static byte[]? _buffer;

    /// <summary>Of content in memory.</summary>
    public static void Of(ReadOnlySpan<byte> content, Span<byte> hash) => SHA256.HashData(content, hash);

    /// <summary>Of a file that cannot be read.</summary>
    public static void OfUnreadable(Span<byte> hash) => Of("a file that cannot be read"u8, hash);

    /// <summary>Of a file beyond <see cref="Limits.ImageBytes"/>: no image is read that is larger, so its content does not matter.</summary>
    public static void OfTooLong(long length, Span<byte> hash) => Of(Encoding.UTF8.GetBytes($"{length} bytes, too many"), hash);

    /// <summary>Of a file.</summary>
    /// <returns>False when it cannot be read.</returns>
    public static bool TryOfFile(string path, Span<byte> hash)
    {
        try
        {
            using var stream = RegularFile.Open(path);
            if (stream.Length > Limits.ImageBytes) OfTooLong(stream.Length, hash);
            else OfStream(stream, hash);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            OfUnreadable(hash);
            return false;
        }
    }

    private static void OfStream(FileStream stream, Span<byte> hash)
    {
        using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        RegularFile.Pass(stream, _buffer ??= new byte[BufferBytes], sum.AppendData);
        sum.GetHashAndReset(hash);
    }
}
