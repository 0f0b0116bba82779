using System.Security.Cryptography;

namespace MathSymbols.Storage;

/// <summary>MD5, by which publishers name their files. It tells files apart that differ by accident; it is no defence against malice.</summary>
public static class Md5
{
    /// <summary>The MD5 of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <returns>32 hexadecimal digits.</returns>
    /// <exception cref="IOException">It cannot be read, or is a pipe.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static string OfFile(string path, CancellationToken cancellation)
    {
        using var stream = RegularFile.Open(path);
        return Of(stream, cancellation);
    }

    /// <summary>The MD5 of what is left in a stream.</summary>
    /// <param name="stream">Read to its end.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <returns>32 hexadecimal digits.</returns>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static string Of(Stream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(stream);
#pragma warning disable CA5351 // The publishers' choice.
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
#pragma warning restore CA5351
        var buffer = new byte[1 << 17];
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var count = stream.Read(buffer);
            if (count == 0) return Convert.ToHexStringLower(hash.GetHashAndReset());
            hash.AppendData(buffer, 0, count);
        }
    }
}
