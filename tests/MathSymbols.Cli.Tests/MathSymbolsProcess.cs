using System.Diagnostics;
using MathSymbols.Cli.Report;

namespace MathSymbols.Cli.Tests;

/// <summary>Starts the real program as a person would.</summary>
internal static class MathSymbolsProcess
{
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(string[] arguments, (string Name, string Value)[]? environment = null, string? folder = null, CancellationToken cancellation = default)
    {
        using var process = Start(arguments, environment, folder);
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var error = process.StandardError.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return (process.ExitCode, await output, await error);
    }

    public static Process Start(string[] arguments, (string Name, string Value)[]? environment = null, string? folder = null, bool input = false)
    {
        var start = new ProcessStartInfo(DotnetHost.Path, [Path.Combine(AppContext.BaseDirectory, "MathSymbols.Cli.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = input,
            WorkingDirectory = folder ?? Environment.CurrentDirectory,
        };
        start.Environment["MATHSYMBOLS_DOWNLOAD"] = "false"; // Tests do without the network.
        foreach (var (name, value) in environment ?? []) start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
