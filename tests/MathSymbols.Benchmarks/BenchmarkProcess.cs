using System.Diagnostics;
using System.Runtime.InteropServices;

namespace MathSymbols.Benchmarks;

/// <summary>Starts this program again, with one of the <see cref="ChildCommands"/>.</summary>
internal static class BenchmarkProcess
{
    /// <param name="arguments">The command and its arguments.</param>
    /// <returns>The process; its output and errors are for the caller to read.</returns>
    public static Process Start(params IEnumerable<string> arguments) =>
        Process.Start(new ProcessStartInfo(Host, [typeof(BenchmarkProcess).Assembly.Location, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;

    /// <summary>The dotnet program; also right in a test, whose own program is another.</summary>
    // …/dotnet/shared/Microsoft.NETCore.App/10.0.x/
    public static string Host => Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
}
