using System.Security.Cryptography;
using System.Text;

namespace MathSymbols.Storage;

/// <summary>Adds up the files of a <see cref="Fingerprint"/>, in their order.</summary>
internal sealed class FingerprintSum : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Adds a file.</summary>
    /// <param name="path">Its relative path with '/'.</param>
    /// <param name="content">Its <see cref="ContentHash"/>.</param>
    public void Add(string path, ReadOnlySpan<byte> content)
    {
        _hash.AppendData(Encoding.UTF8.GetBytes(path + "\0"));
        _hash.AppendData(content);
    }

    /// <summary>The fingerprint: 64 hexadecimal digits.</summary>
    public string Finish() => Convert.ToHexStringLower(_hash.GetHashAndReset());

    /// <inheritdoc/>
    public void Dispose() => _hash.Dispose();
}
