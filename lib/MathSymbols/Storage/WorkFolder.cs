namespace MathSymbols.Storage;

/// <summary>Where caches, checkpoints and own runs live: never inside the clone.</summary>
/// <param name="Root">The folder's absolute path; it is created on first use.</param>
public sealed record WorkFolder(string Root)
{
    /// <summary>The environment variable that names another work folder.</summary>
    public const string Variable = "MATHSYMBOLS_WORK";

    /// <summary>Decoded pixels, one file a dataset and size.</summary>
    public string Pixels => Path.Combine(Root, "pixels");

    /// <summary>What frozen networks have made of images, one file a dataset, network, preprocessing and size.</summary>
    public string Features => Path.Combine(Root, "features");

    /// <summary>Content fingerprints of data folders that were read before.</summary>
    public string Fingerprints => Path.Combine(Root, "fingerprints");

    /// <summary>Generated sample data.</summary>
    public string Synthetic => Path.Combine(Root, "synthetic");

    /// <summary>Hyper-parameter searches, a folder each.</summary>
    public string Tuning => Path.Combine(Root, "tuning");

    /// <summary>Own runs, one folder each.</summary>
    public string Runs => Path.Combine(Root, "runs");

    /// <summary>Saved classifiers.</summary>
    public string Classifiers => Path.Combine(Root, "classifiers");

    /// <summary>What classifiers have made of own handwriting.</summary>
    public string Handwriting => Path.Combine(Root, "handwriting");

    /// <summary>Downloaded weights of pre-trained networks.</summary>
    public string Weights => Path.Combine(Root, "weights");

    /// <summary>Archives that are being downloaded, or wait to be unpacked.</summary>
    public string Downloads => Path.Combine(Root, "downloads");

    /// <summary>Native libraries adapted to this host.</summary>
    public string Natives => Path.Combine(Root, "natives");

    /// <summary>The given folder, or the one <see cref="Variable"/> names, or the platform's cache folder.</summary>
    /// <param name="path">A path, absolute or relative to the current folder; null or empty to use the default.</param>
    public static WorkFolder Locate(string? path = null)
    {
        var given = string.IsNullOrEmpty(path) ? Environment.GetEnvironmentVariable(Variable) : path;
        return new(string.IsNullOrEmpty(given) ? Path.Combine(PlatformCache(), "mathsymbols") : Path.GetFullPath(given));
    }

    /// <summary>Bytes that can still be written on the disk which holds the folder.</summary>
    public long FreeBytes()
    {
        var existing = Root;
        while (!Directory.Exists(existing) && Path.GetDirectoryName(existing) is { } parent) existing = parent;
        return new DriveInfo(existing).AvailableFreeSpace;
    }

    private static string PlatformCache()
    {
        // XDG's rule: a relative path is invalid and ignored.
        if (Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } cache && Path.IsPathFullyQualified(cache)) return cache;
        if (OperatingSystem.IsWindows()) return Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        if (home.Length == 0) return Path.GetTempPath();
        return OperatingSystem.IsMacOS() ? Path.Combine(home, "Library", "Caches") : Path.Combine(home, ".cache");
    }
}
