using System.Diagnostics;
using MathSymbols.Cli.Report;

namespace MathSymbols.Cli.Tests;

/// <summary>Starts the real program as a person would.</summary>
internal static class MathSymbolsProcess
{
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(string[] arguments, (string Name, string Value)[]? environment = null, string? folder = null, string[]? under = null, CancellationToken cancellation = default)
    {
        using var process = Start(arguments, environment, folder, under: under);
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var error = process.StandardError.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return (process.ExitCode, await output, await error);
    }

    /// <param name="arguments">The program's arguments.</param>
    /// <param name="environment">Variables to set.</param>
    /// <param name="folder">The current folder.</param>
    /// <param name="input">Whether the test writes to standard input.</param>
    /// <param name="under">A program, with its arguments, that starts this one.</param>
    public static Process Start(string[] arguments, (string Name, string Value)[]? environment = null, string? folder = null, bool input = false, string[]? under = null)
    {
        string[] command = [.. under ?? [], DotnetHost.Path, Path.Combine(AppContext.BaseDirectory, "MathSymbols.Cli.dll"), .. arguments];
        var start = new ProcessStartInfo(command[0], command[1..])
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
