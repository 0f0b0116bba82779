using System.Diagnostics;
using System.Text.Json;
using MathSymbols.Runtime;
using Xunit;

namespace MathSymbols.Tests.Runtime;

/// <summary>The MSBuild property TorchBackend chooses the package; evaluated only, since the CUDA packages take gigabytes.</summary>
public sealed class TorchBackendTests
{
    [Theory]
    [InlineData("cuda-linux", "TorchSharp-cuda-linux", "TorchSharp")]
    [InlineData("cuda-windows", "TorchSharp-cuda-windows", "TorchSharp")]
    [InlineData("cpu", "TorchSharp", "TorchSharp-cuda-linux")]
    public void The_backend_decides_which_package_is_referenced(string backend, string with, string without)
    {
        Assert.Equal((true, false), Has(Evaluate([$"-p:TorchBackend={backend}"], null), with, without));
        Assert.Equal((true, false), Has(Evaluate([], backend), with, without));
    }

    private static (bool, bool) Has(IReadOnlyList<string> packages, string with, string without) => (packages.Contains(with), packages.Contains(without));

    private static List<string> Evaluate(string[] arguments, string? environment)
    {
        var project = Path.Combine(SolutionFolder.Find()!, "lib", "MathSymbols", "MathSymbols.csproj");
        var start = new ProcessStartInfo("dotnet", ["msbuild", project, "-getItem:PackageReference", .. arguments]) { RedirectStandardOutput = true };
        if (environment is not null) start.Environment["TorchBackend"] = environment;
        using var process = Process.Start(start)!;
        var json = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return [.. JsonDocument.Parse(json).RootElement.GetProperty("Items").GetProperty("PackageReference").EnumerateArray().Select(p => p.GetProperty("Identity").GetString()!)];
    }
}
