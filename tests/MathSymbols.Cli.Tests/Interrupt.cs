using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace MathSymbols.Cli.Tests;

/// <summary>Ctrl-C from outside.</summary>
internal static class Interrupt
{
    public static async Task SendAsync(Process process, string signal = "-INT")
    {
        using var kill = Process.Start("kill", [signal, process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public static void SkipWhereIgnored()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no such signal.");
        if (!OperatingSystem.IsLinux()) return;
        var mask = File.ReadLines("/proc/self/status").First(l => l.StartsWith("SigIgn:", StringComparison.Ordinal))[7..].Trim();
        Assert.SkipWhen((ulong.Parse(mask, NumberStyles.HexNumber, CultureInfo.InvariantCulture) & 2) != 0, "This process was started with SIGINT ignored, and so are those it starts.");
    }
}
