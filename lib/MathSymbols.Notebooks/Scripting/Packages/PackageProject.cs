using System.Xml.Linq;

namespace MathSymbols.Notebooks.Scripting.Packages;

/// <summary>The project that is restored for a notebook: it has packages, and writes down what they come to.</summary>
internal static class PackageProject
{
    internal const string File = "packages.proj";
    internal const string List = "restored.txt";
    internal const string Target = "ListPackages";

    internal static string Write(IEnumerable<PackageRequest> packages, IReadOnlyCollection<string> feeds, PackageFolders folders)
    {
        var sources = string.Join(';', feeds);
        var project = new XElement(
            "Project",
            new XElement(
                "PropertyGroup",
                // What lies in the folders above is none of this project's business.
                new XElement("ImportDirectoryBuildProps", "false"),
                new XElement("ImportDirectoryBuildTargets", "false"),
                new XElement("ImportDirectoryPackagesProps", "false"),
                new XElement("TargetFramework", $"net{Environment.Version.Major}.{Environment.Version.Minor}"),
                new XElement("UseCurrentRuntimeIdentifier", "true"),
                new XElement("SelfContained", "false"),
                new XElement("EnableDefaultItems", "false"),
                new XElement("CopyLocalLockFileAssemblies", "true"),
                new XElement("NuGetAudit", "false"),
                new XElement("TreatWarningsAsErrors", "false"),
                new XElement("SatelliteResourceLanguages", "en"),
                new XElement(folders.OnlyNamedFeeds ? "RestoreSources" : "RestoreAdditionalProjectSources", sources),
                folders.Packages is { } unpacked ? new XElement("RestorePackagesPath", unpacked) : null),
            new XElement("Import", new XAttribute("Project", "Sdk.props"), new XAttribute("Sdk", "Microsoft.NET.Sdk")),
            new XElement("ItemGroup", packages.Select(p => new XElement("PackageReference", new XAttribute("Include", p.Name), new XAttribute("Version", p.Version ?? "*")))),
            new XElement("Import", new XAttribute("Project", "Sdk.targets"), new XAttribute("Sdk", "Microsoft.NET.Sdk")),
            new XElement(
                "Target",
                new XAttribute("Name", Target),
                new XAttribute("DependsOnTargets", "ResolveReferences"),
                new XElement("ItemGroup", new XElement("Listed", new XAttribute("Include", "@(ReferenceCopyLocalPaths->'file%09%(FullPath)')"))),
                new XElement("WriteLinesToFile", new XAttribute("File", List), new XAttribute("Lines", "@(Listed)"), new XAttribute("Overwrite", "true"))));
        return project.ToString();
    }
}
