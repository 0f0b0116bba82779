namespace MathSymbols.Notebooks.Scripting.Packages;

/// <summary>Where packages come from and go to.</summary>
/// <param name="Cache">Holds lists of what was restored, one for each set of packages and feeds.</param>
/// <param name="Packages">The folder packages are unpacked in; null for the machine's own.</param>
/// <param name="OnlyNamedFeeds">Whether the machine's configured feeds are left out.</param>
internal sealed record PackageFolders(string Cache, string? Packages = null, bool OnlyNamedFeeds = false)
{
    internal static PackageFolders Default { get; } = new(Path.Combine(UserCache(), "notebook-packages"));

    private static string UserCache()
    {
        if (Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } given) return given;
        return OperatingSystem.IsWindows() || OperatingSystem.IsMacOS()
            ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
    }
}
