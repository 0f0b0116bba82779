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

    /// <summary>What a person can do when the server answers 401, 403, 404 or 410, as the end of a sentence, without a full stop: which credentials it wants, for example. Null for a general word.</summary>
    public string? Refused { get; init; }

    /// <summary>How long nothing may come before a try is given up.</summary>
    internal TimeSpan Stall { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often it is told how far it is while nothing comes.</summary>
    internal TimeSpan Beat { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Lets a test's server on this machine do without encryption.</summary>
    internal bool PlainLoopback { get; init; }

    /// <summary>True for an address that may be asked.</summary>
    internal bool Allows(Uri address) => address.Scheme == Uri.UriSchemeHttps || (PlainLoopback && address is { IsLoopback: true, Scheme: "http" });

    /// <summary>The clock by which tries are spaced and speeds are measured.</summary>
    internal TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>A problem as a sentence that no other try makes good.</summary>
    internal DownloadException Problem(string problem, Exception? inner = null) => new(Sentence(problem), inner);

    /// <summary>A problem that another try may make good.</summary>
    internal DownloadException Passing(DownloadFault fault, Exception? inner = null) => new(Sentence($"{fault.Words}; {fault.Advice}"), inner) { Passing = fault };

    /// <summary>A problem with what has come, which is forgotten.</summary>
    internal DownloadException Discard(PartialFile part, string problem)
    {
        part.Restart(tag: null);
        return Problem(problem);
    }

    // Server and path alone are told: a query may hold a key, and what stands before the server a password.
    private string Sentence(string problem) => $"Cannot download '{Source.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)}': {problem}.";
}
