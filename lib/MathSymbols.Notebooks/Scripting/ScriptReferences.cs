using System.Reflection;
using Microsoft.AspNetCore.Html;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Scripting.Hosting;
using Microsoft.DotNet.Interactive.Formatting;

namespace MathSymbols.Notebooks.Scripting;

/// <summary>What a cell may refer to without <c>#r</c>: the framework, the formatters and this program's host API.</summary>
internal static class ScriptReferences
{
    private static readonly Assembly[] Host = [typeof(Microsoft.DotNet.Interactive.Kernel).Assembly, typeof(Formatter).Assembly, typeof(IHtmlContent).Assembly];

    /// <summary>The host assemblies' names: no package may bring second ones.</summary>
    internal static IEnumerable<string> HostNames => Host.Select(a => a.GetName().Name!);

    private static readonly Lazy<IReadOnlyList<MetadataReference>> References = new(() => [.. Find()]);

    /// <summary>Shared by all sessions of a process: reading them takes a while.</summary>
    internal static IReadOnlyList<MetadataReference> All => References.Value;

    private static IEnumerable<MetadataReference> Find()
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location);
        var trusted = (string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? string.Empty;
        return trusted.Split(Path.PathSeparator)
            .Where(p => Path.GetDirectoryName(p) == framework)
            .Concat(Host.Select(a => a.Location))
            .Select(p => (MetadataReference)MetadataReference.CreateFromFile(p));
    }

    /// <summary>A loader that gives cells this process's own host types, not second copies of them.</summary>
    internal static InteractiveAssemblyLoader Loader()
    {
        var loader = new InteractiveAssemblyLoader();
        foreach (var assembly in Host) loader.RegisterDependency(assembly);
        return loader;
    }
}
