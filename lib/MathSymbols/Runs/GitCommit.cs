using System.ComponentModel;
using System.Diagnostics;

namespace MathSymbols.Runs;

/// <summary>Asks git which commit a folder is at.</summary>
public static class GitCommit
{
    /// <summary>The commit's short hash, with a plus sign when tracked files were changed since; null when it cannot be told.</summary>
    /// <param name="folder">A folder in a clone, or null.</param>
    public static string? Read(string? folder)
    {
        if (folder is null || Run(folder, "rev-parse", "--short", "HEAD") is not { Length: > 0 } hash) return null;
        return Run(folder, "status", "--porcelain", "--untracked-files=no") is { Length: > 0 } ? hash + "+" : hash;
    }

    private static string? Run(string folder, params string[] arguments)
    {
        try
        {
            var start = new ProcessStartInfo("git", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
            using var process = Process.Start(start)!;
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? output.Trim() : null;
        }
        catch (Win32Exception)
        {
            return null; // There is no git here.
        }
    }
}
