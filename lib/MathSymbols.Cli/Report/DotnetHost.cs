using System.Runtime.InteropServices;

namespace MathSymbols.Cli.Report;

/// <summary>The dotnet program that runs this process, however this process was started.</summary>
internal static class DotnetHost
{
    /// <summary>Absolute path of the dotnet program, found from the shared framework's folder.</summary>
    public static string Path { get; } = Find();

    private static string Find()
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";

        // …/dotnet/shared/Microsoft.NETCore.App/10.0.x/
        var path = System.IO.Path.GetFullPath(System.IO.Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", name));
        return File.Exists(path) ? path : name;
    }
}
