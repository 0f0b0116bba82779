using System.IO.Compression;

namespace MathSymbols.Notebooks.Tests.Support;

/// <summary>A folder of packages made by hand, and folders of its own for what is restored from it.</summary>
internal sealed class PackageFeed(TempFolder folder)
{
    internal string Path { get; } = Directory.CreateDirectory(System.IO.Path.Combine(folder.Path, "feed")).FullName;

    internal Scripting.Packages.PackageFolders Folders { get; } =
        new(System.IO.Path.Combine(folder.Path, "cache"), System.IO.Path.Combine(folder.Path, "unpacked"), OnlyNamedFeeds: true);

    /// <summary>Packs files, each under its path in the package.</summary>
    internal void Add(string name, string version, string[] dependencies, params (string Path, string File)[] files)
    {
        using var package = ZipFile.Open(System.IO.Path.Combine(Path, $"{name}.{version}.nupkg"), ZipArchiveMode.Create);
        var needs = string.Concat(dependencies.Select(d => $"<dependency id=\"{d.Split(' ')[0]}\" version=\"{d.Split(' ')[1]}\" />"));
        using (var writer = new StreamWriter(package.CreateEntry($"{name}.nuspec").Open()))
        {
            writer.Write(
                $"<package xmlns=\"http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd\"><metadata><id>{name}</id><version>{version}</version><authors>a</authors><description>d</description>"
                + $"<dependencies><group targetFramework=\"net8.0\">{needs}</group></dependencies></metadata></package>");
        }
        foreach (var (path, file) in files) package.CreateEntryFromFile(file, path);
    }
}
