using System.Security.Cryptography;
using System.Text;

namespace MathSymbols.Cli.Training;

/// <summary>A short name for a text.</summary>
internal static class ShortHash
{
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..8];
}
