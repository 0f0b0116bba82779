using System.Diagnostics;

namespace MathSymbols.Notebooks.Tests.Support;

/// <summary>Starts the real program, as a person would.</summary>
internal static class Runner
{
    private static readonly string Program = Find();

    internal static async Task<RunnerResult> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        return await EndAsync(process);
    }

    internal static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add(Program);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    // As the build lays it down in its own folder, in this test's configuration.
    private static string Find()
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var root = output.Parent!.Parent!.Parent!.Parent!.Parent!.FullName;
        return Path.Combine(root, "lib", "MathSymbols.Notebooks", "bin", output.Parent.Name, output.Name, "MathSymbols.Notebooks.dll");
    }

    internal static async Task<RunnerResult> EndAsync(Process process)
    {
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new RunnerResult(process.ExitCode, await output, await error);
    }
}

internal sealed record RunnerResult(int ExitCode, string Output, string Error);
