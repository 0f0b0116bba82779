using System.Globalization;
using System.IO.Hashing;
using System.Security.Cryptography;
using System.Text;
using MathSymbols.Storage;

namespace MathSymbols.Data.Obtain;

/// <summary>Which images an archive gives or a folder holds, by name, length and checksum: enough to know them again.</summary>
internal static class ImageListing
{
    private const int BufferBytes = 1 << 17;

    /// <summary>Of images whose checksums are known.</summary>
    /// <param name="images">Path with '/' between the parts, bytes, CRC-32.</param>
    /// <returns>64 hexadecimal digits.</returns>
    public static string Of(IEnumerable<(string Path, long Length, uint Crc)> images)
    {
        var lines = images.OrderBy(i => i.Path, StringComparer.Ordinal).Select(i => string.Create(CultureInfo.InvariantCulture, $"{i.Path}\n{i.Length} {i.Crc}\n"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines))));
    }

    /// <summary>Of a folder; every image is read.</summary>
    /// <param name="images">The folder.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="IOException">An image cannot be read.</exception>
    public static string Of(ImageFolder images, CancellationToken cancellation)
    {
        var buffer = new byte[BufferBytes];
        return Of(images.Files.Select(Known));

        (string Path, long Length, uint Crc) Known(ImageFile file)
        {
            cancellation.ThrowIfCancellationRequested();
            using var stream = RegularFile.Open(images.FullPath(file));
            var crc = new Crc32();
            RegularFile.Pass(stream, buffer, crc.Append);
            return (file.Path, stream.Length, crc.GetCurrentHashAsUInt32());
        }
    }
}
