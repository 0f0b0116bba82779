namespace MathSymbols.Notebooks.Scripting.Packages;

/// <summary>What a restore gave.</summary>
/// <param name="Versions">The version of each package, dependencies included.</param>
/// <param name="Managed">The assemblies.</param>
/// <param name="Native">The libraries that are not .NET's.</param>
internal sealed record RestoredPackages(IReadOnlyDictionary<string, string> Versions, IReadOnlyList<string> Managed, IReadOnlyList<string> Native)
{
    /// <summary>Reads the list that the generated project has written; null when it is not there, or something it names is no longer.</summary>
    internal static RestoredPackages? Read(string list)
    {
        if (!File.Exists(list)) return null;
        var versions = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var (managed, native) = (new List<string>(), new List<string>());
        foreach (var line in File.ReadLines(list))
        {
            switch (line.Split('\t'))
            {
                case ["package", var name, var version]:
                    versions[name] = version;
                    break;
                case ["file", var path] when !File.Exists(path):
                    return null;
                case ["file", var path]:
                    (IsManaged(path) ? managed : native).Add(path);
                    break;
            }
        }
        return new RestoredPackages(versions, managed, native);
    }

    private static bool IsManaged(string path)
    {
        if (!path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)) return false;
        try
        {
            using var stream = File.OpenRead(path);
            using var reader = new System.Reflection.PortableExecutable.PEReader(stream);
            return reader.HasMetadata;
        }
        catch (BadImageFormatException)
        {
            return false;
        }
    }
}
