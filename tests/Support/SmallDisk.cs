using System.Diagnostics;
using Xunit;

namespace MathSymbols.Tests.Support;

/// <summary>A disk of a few megabytes, in memory, that can be filled up.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public SmallDisk(int megabytes)
    {
        if (OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", Root)) return;
        _folder.Dispose();
        Assert.Skip("needs the right to mount a small disk (Linux, administrator)");
    }

    public string Root => _folder.Root;

    /// <summary>Leaves so many bytes free, more or less.</summary>
    public void Fill(long free)
    {
        var length = new DriveInfo(Root).AvailableFreeSpace - free;
        using var filler = new FileStream(Path.Combine(Root, "filler"), new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, PreallocationSize = length });
        filler.SetLength(length);
    }

    public void Dispose()
    {
        Run("umount", Root);
        _folder.Dispose();
    }

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
