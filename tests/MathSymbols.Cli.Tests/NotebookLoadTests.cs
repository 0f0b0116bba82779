using System.Diagnostics;
using MathSymbols.Cli.Report;
using MathSymbols.Runtime;
using MathSymbols.Tests.Support;
using Xunit;

namespace MathSymbols.Cli.Tests;

/// <summary>LibTorch from a notebook that has nothing but one reference, the folder that every build refreshes.</summary>
public sealed class NotebookLoadTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _bin = Path.Combine(SolutionFolder.Find()!, "notebooks", "bin");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task TorchSharp_works_once_anything_of_the_library_was_used()
    {
        var page = await RunAsync("var load = MathSymbols.Runtime.TorchRuntime.TryLoad();\n#!csharp\nConsole.WriteLine(\"sum \" + TorchSharp.torch.ones(3).sum().item<float>());", 0);
        Assert.Contains("sum 3", page, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_bin, "cpu")));
    }

    [Fact]
    public async Task TorchSharp_used_before_the_library_fails_and_copies_nothing()
    {
        await RunAsync("TorchSharp.torch.ones(3).sum().item<float>()", 1);
        Assert.False(Directory.Exists(Path.Combine(_bin, "cpu")));
    }

    private async Task<string> RunAsync(string cells, int expected)
    {
        await File.WriteAllTextAsync(_folder["n.dib"], $"#!csharp\n#r \"{_bin}/MathSymbols.dll\"\n#!csharp\n{cells}\n", TestContext.Current.CancellationToken);
        var runner = Path.Combine(AppContext.BaseDirectory, "runner", "MathSymbols.Notebooks.dll");
        var start = new ProcessStartInfo(DotnetHost.Path, [runner, "run", _folder["n.dib"], "--out", _folder["out"]]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == expected, output);
        return await File.ReadAllTextAsync(_folder["out", "index.html"], TestContext.Current.CancellationToken);
    }
}
