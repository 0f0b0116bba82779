using System.Runtime.InteropServices;

namespace MathSymbols.Runtime;

/// <summary>The folders in which LibTorch's native files may lie, best first.</summary>
internal static class NativeLocations
{
    /// <summary>The file, beside MathSymbols.dll, in which the build wrote down the package folders.</summary>
    public const string ListName = "MathSymbols.natives.txt";

    // A .NET built by a Linux distribution names the distribution in RuntimeIdentifier; the packages do not.
    private static string PortableIdentifier =>
        $"{(OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux")}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";

    /// <summary>Beside the DLL (published apps, CUDA builds), then where the build found the packages.</summary>
    public static IEnumerable<string> Folders()
    {
        yield return LibraryFolder.Root;
        yield return Path.Combine(LibraryFolder.Root, "runtimes", PortableIdentifier, "native");
        var list = Path.Combine(LibraryFolder.Root, ListName);
        if (!File.Exists(list)) yield break;
        foreach (var line in File.ReadLines(list))
        {
            if (line.Length > 0) yield return line;
        }
    }

    /// <summary>The first file that fits a pattern, in the best folder that has one; null when there is none.</summary>
    /// <param name="pattern">A file name, which may hold *.</param>
    public static string? Find(string pattern) => Folders()
        .Where(Directory.Exists)
        .SelectMany(folder => Directory.EnumerateFiles(folder, pattern).Order(StringComparer.Ordinal))
        .FirstOrDefault();
}
