using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using MathSymbols.Notebooks.Running;

namespace MathSymbols.Notebooks.Scripting.Packages;

/// <summary>Has the SDK restore a set of packages, once: what it found is kept beside the project.</summary>
internal static partial class PackageRestore
{
    internal static async Task<RestoredPackages> RunAsync(IReadOnlyList<PackageRequest> packages, IReadOnlyCollection<string> feeds, PackageFolders folders, CancellationToken cancellation)
    {
        var project = PackageProject.Write(packages, feeds, folders);
        var list = Path.Combine(folders.Cache, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(project)))[..16] + ".txt");
        if (packages.All(p => p.IsExact) && RestoredPackages.Read(list) is { } kept) return kept;

        // Restored in a folder of its own, so that two notebooks may do it at once.
        var folder = Path.Combine(folders.Cache, Path.GetRandomFileName());
        try
        {
            Directory.CreateDirectory(folder);
            await File.WriteAllTextAsync(Path.Combine(folder, PackageProject.File), project, cancellation);
            if (await DotnetAsync(folder, cancellation) is { } output) throw new PackageException(Complaint(output));
            KeepList(folder, list);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PackageException($"{folders.Cache} cannot be written to: {e.Message}");
        }
        finally
        {
            if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        }
        return RestoredPackages.Read(list) ?? throw new PackageException("a file of what was restored is missing");
    }

    // The output when it failed, else null.
    private static async Task<string?> DotnetAsync(string folder, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(DotnetCommand.Path)
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
    private static void KeepList(string folder, string list)
    {
        using var assets = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "obj", "project.assets.json")));
        var packages = assets.RootElement.GetProperty("libraries").EnumerateObject().Select(l => $"package\t{l.Name.Replace('/', '\t')}");
        var restored = Path.Combine(folder, PackageProject.List);
        File.AppendAllLines(restored, packages);
        File.Move(restored, list, overwrite: true);
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
