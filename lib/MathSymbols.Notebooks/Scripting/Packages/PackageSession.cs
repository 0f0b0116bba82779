using System.Net;
using MathSymbols.Notebooks.Scripting.Magic;
using Microsoft.AspNetCore.Html;

namespace MathSymbols.Notebooks.Scripting.Packages;

/// <summary>The packages and feeds of a running notebook.</summary>
internal sealed class PackageSession(PackageFolders folders, string notebookFolder)
{
    private readonly List<string> _feeds = [];
    private readonly Dictionary<string, string> _versions = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, PackageRequest> _requests = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _known = new(ScriptReferences.HostNames, StringComparer.OrdinalIgnoreCase);

    /// <summary>Restores what a cell asks for, all together; gives the assemblies that are new.</summary>
    internal async Task<IReadOnlyList<string>> AddAsync(IEnumerable<Segment> segments, CellSource source, CancellationToken cancellation)
    {
        var lines = segments.Where(PackageLine.Is).Select(s => new MagicLine(s, source)).ToList();
        if (lines.Count == 0) return [];
        // Read before anything is kept: a wrong line must not spoil later cells.
        var feeds = lines.Where(l => l.Segment.Command == "#i").Select(l => PackageLine.Feed(l, notebookFolder)).ToList();
        var wanted = lines.Where(l => l.Segment.Command == "#r").Select(l => (Line: l, Package: PackageLine.Package(l))).ToList();
        foreach (var (line, package) in wanted) CheckVersion(line, package);
        _feeds.AddRange(feeds.Except(_feeds));

        var added = Array.Empty<string>() as IReadOnlyList<string>;
        if (wanted.Any(w => !_versions.ContainsKey(w.Package.Name))) added = await RestoreAsync(wanted, cancellation);
        Show(wanted.Select(w => w.Package.Name));
        return added;
    }

    private async Task<IReadOnlyList<string>> RestoreAsync(List<(MagicLine Line, PackageRequest Package)> wanted, CancellationToken cancellation)
    {
        var all = new Dictionary<string, PackageRequest>(_requests, StringComparer.OrdinalIgnoreCase);
        foreach (var (_, package) in wanted) all[package.Name] = package;
        RestoredPackages restored;
        try
        {
            restored = await PackageRestore.RunAsync([.. all.Values], _feeds, folders, cancellation);
        }
        catch (PackageException e)
        {
            var (line, package) = wanted.FirstOrDefault(w => e.Message.Contains(w.Package.Name, StringComparison.OrdinalIgnoreCase), wanted[0]);
            throw line.Failure($"the package {package.Name} could not be restored: {e.Message.TrimEnd('.')}.");
        }
        foreach (var (name, version) in restored.Versions) _versions.TryAdd(name, version);
        // From now on what is loaded stays.
        foreach (var name in all.Keys.Where(_versions.ContainsKey)) _requests[name] = new PackageRequest(name, _versions[name]);
        NativeLibraries.Add(restored.Native);
        return [.. restored.Managed.Where(p => _known.Add(Path.GetFileNameWithoutExtension(p)))];
    }

    private void CheckVersion(MagicLine line, PackageRequest package)
    {
        if (package.Version is null || !_versions.TryGetValue(package.Name, out var version) || version == package.Version) return;
        throw line.Failure($"{package.Name} {package.Version} cannot be added, because {version} is there already; restart the notebook with the version wanted in its first cell.");
    }

    // The form the engine ends up with.
    private void Show(IEnumerable<string> packages)
    {
        var feeds = string.Concat(_feeds.Select(f => $"<li><span>{WebUtility.HtmlEncode(f)}</span></li>"));
        var installed = string.Concat(packages.Order(StringComparer.OrdinalIgnoreCase).Select(p => $"<li><span>{WebUtility.HtmlEncode($"{p}, {_versions[p]}")}</span></li>"));
        new HtmlString(
            $"<div><div>{(feeds.Length > 0 ? $"<strong>Restore sources</strong><ul>{feeds}</ul>" : string.Empty)}</div><div></div>"
            + $"<div>{(installed.Length > 0 ? $"<strong>Installed Packages</strong><ul>{installed}</ul>" : string.Empty)}</div></div>").Display("text/html");
    }
}
