using Xunit;

namespace MathSymbols.Cli.Tests;

/// <summary>Has a program meet the permissions of files, which do not bind an administrator.</summary>
internal static class Unprivileged
{
    private const string SetPriv = "/usr/bin/setpriv";

    /// <summary>What to start a program under: nothing for an ordinary person; for an administrator, without the right to pass over permissions.</summary>
    public static string[] Need()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs the permissions of Unix");
        if (!Environment.IsPrivilegedProcess) return [];
        Assert.SkipUnless(File.Exists(SetPriv), "an administrator needs setpriv to give rights away (Debian: util-linux)");
        return [SetPriv, "--bounding-set=-dac_override,-dac_read_search"];
    }

    /// <summary>Takes all rights to a file or folder away.</summary>
    public static void Forbid(string path) => Set(path, UnixFileMode.None);

    /// <summary>Leaves a folder to be read only.</summary>
    public static void Protect(string path) => Set(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);

    /// <summary>Gives all rights back.</summary>
    public static void Permit(string path) => Set(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

    private static void Set(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, mode);
    }
}
