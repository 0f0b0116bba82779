using System.Security.Cryptography;
using System.Text;

namespace MathSymbols.Storage;

/// <summary>Stands for a long text, a path or an address, in a file's name.</summary>
internal static class NameHash
{
    /// <summary>The first digits of the text's SHA-256.</summary>
    /// <param name="text">The text.</param>
    /// <param name="digits">Hexadecimal digits, at most 64.</param>
    public static string Of(string text, int digits = 16) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..digits];
}
