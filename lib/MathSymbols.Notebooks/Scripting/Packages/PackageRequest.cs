namespace MathSymbols.Notebooks.Scripting.Packages;

/// <summary>A package that a notebook asks for.</summary>
/// <param name="Name">Its id.</param>
/// <param name="Version">The version, or a range, or one with an asterisk; null for the newest.</param>
internal sealed record PackageRequest(string Name, string? Version)
{
    /// <summary>Whether the version names one and the same package for ever.</summary>
    internal bool IsExact => Version is { } version && !version.Any("*[](),".Contains);
}
