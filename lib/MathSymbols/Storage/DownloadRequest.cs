using System.Net.Http.Headers;

namespace MathSymbols.Storage;

/// <summary>One file to be downloaded.</summary>
/// <param name="Source">Where it is; https only.</param>
/// <param name="Target">The file to create or replace; its folder is created when it is missing.</param>
/// <param name="MostBytes">The size above which it is refused.</param>
public sealed record DownloadRequest(Uri Source, string Target, long MostBytes)
{
    /// <summary>Its length in bytes; null when that is not known.</summary>
    public long? Length { get; init; }

    /// <summary>Its MD5, 32 hexadecimal digits; null when that is not known.</summary>
    public string? Md5 { get; init; }

    /// <summary>Who asks, where the server wants to know; null for nobody. It is told to the source's own server only, not where that leads.</summary>
    public AuthenticationHeaderValue? Authorization { get; init; }

    /// <summary>How long nothing may come before the download is given up.</summary>
    internal TimeSpan Stall { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Lets a test's server on this machine do without encryption.</summary>
    internal bool PlainLoopback { get; init; }

    /// <summary>True for an address that may be asked.</summary>
    internal bool Allows(Uri address) => address.Scheme == Uri.UriSchemeHttps || (PlainLoopback && address is { IsLoopback: true, Scheme: "http" });

    /// <summary>A problem as a sentence. Only the path is told: a query may hold a key.</summary>
    internal DownloadException Problem(string problem, Exception? inner = null) => new($"Cannot download '{Source.GetLeftPart(UriPartial.Path)}': {problem}.", inner);
}
