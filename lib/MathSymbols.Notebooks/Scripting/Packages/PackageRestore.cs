using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace MathSymbols.Notebooks.Scripting.Packages;

/// <summary>Has the SDK restore a set of packages, once: what it found is kept beside the project.</summary>
internal static partial class PackageRestore
{
    internal static async Task<RestoredPackages> RunAsync(IReadOnlyList<PackageRequest> packages, IReadOnlyCollection<string> feeds, PackageFolders folders, CancellationToken cancellation)
    {
        var project = PackageProject.Write(packages, feeds, folders);
        var folder = Path.Combine(folders.Cache, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(project)))[..16]);
        var list = Path.Combine(folder, PackageProject.List);
        if (packages.All(p => p.IsExact) && RestoredPackages.Read(list) is { } kept) return kept;

        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, PackageProject.File), project, cancellation);
        var output = await DotnetAsync(folder, cancellation);
        if (output is not null) throw new PackageException(Complaint(output));
        AddVersions(folder, list);
        return RestoredPackages.Read(list) ?? throw new PackageException("what was restored could not be listed");
    }

    // The output when it failed, else null.
    private static async Task<string?> DotnetAsync(string folder, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        foreach (var argument in (string[])["msbuild", PackageProject.File, "-restore", $"-target:{PackageProject.Target}", "-nologo", "-verbosity:quiet", "-nodeReuse:false"]) start.ArgumentList.Add(argument);
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        // Of a build that this process may be part of.
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)).ToList()) start.Environment.Remove(name);
        using var process = new Process { StartInfo = start };
        try
        {
            process.Start();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new PackageException("packages need the .NET SDK, and the command dotnet was not found");
        }
        using var kill = cancellation.Register(() => process.Kill(entireProcessTree: true));
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        var output = await process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        await process.WaitForExitAsync(CancellationToken.None);
        cancellation.ThrowIfCancellationRequested();
        return process.ExitCode == 0 ? null : output + await errors;
    }

    // Packages without a file of their own are named by the lock file alone.
    private static void AddVersions(string folder, string list)
    {
        using var assets = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "obj", "project.assets.json")));
        var packages = assets.RootElement.GetProperty("libraries").EnumerateObject().Select(l => $"package\t{l.Name.Replace('/', '\t')}");
        var finished = list + ".tmp";
        File.WriteAllLines(finished, [.. File.ReadAllLines(list), .. packages]);
        File.Move(finished, list, overwrite: true);
    }

    private static string Complaint(string output)
    {
        var errors = ErrorLine().Matches(output).Select(m => m.Groups["text"].Value.Trim()).Distinct().ToList();
        if (errors.Count > 0) return string.Join("; ", errors.Take(3));
        return output.Split('\n').LastOrDefault(l => !string.IsNullOrWhiteSpace(l))?.Trim() ?? "dotnet did not say why";
    }

    [GeneratedRegex(@"error (?<text>[A-Z]+\d+: .*?)(?= \[[^\]]*\]\s*$|\r?$)", RegexOptions.Multiline)]
    private static partial Regex ErrorLine();
}
