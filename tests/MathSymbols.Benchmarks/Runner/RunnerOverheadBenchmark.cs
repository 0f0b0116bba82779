using System.Diagnostics;
using MathSymbols.Runtime;

namespace MathSymbols.Benchmarks.Runner;

/// <summary>What the runner adds to the cells: one notebook, and three in one run, beside the same code compiled ahead into a program; starting the processes included.</summary>
internal static class RunnerOverheadBenchmark
{
    private const int Several = 3;

    public static void Run(BenchmarkContext context)
    {
        var folder = Path.Combine(context.Temporary, "runner");
        var project = Path.Combine(folder, "program");
        NotebookProgram.WriteProject(project);
        Time(context, "build", project, "-c", "Release", "-o", Path.Combine(folder, "built"), "--nologo", "-v", "q");
        var program = Path.Combine(folder, "built", "cells.dll");
        var notebooks = Enumerable.Range(1, Several).Select(n => NotebookProgram.WriteNotebook(folder, n)).ToArray();
        string[] run = [Runner(), "run", "--out", Path.Combine(folder, "out")];

        // Once to have every file in the machine's cache.
        Time(context, program);
        Time(context, [.. run, notebooks[0]]);
        List<double> compiled = [], one = [], several = [];
        for (var i = 0; i < context.Rounds; i++)
        {
            compiled.Add(Time(context, program));
            one.Add(Time(context, [.. run, notebooks[0]]));
            several.Add(Time(context, [.. run, .. notebooks]));
        }

        context.Report.Add($"{NotebookProgram.Cells} cells as a program compiled ahead, process start included", $"{compiled.Median():0.00} s (median of {context.Rounds} rounds in turn, {compiled.Min():0.00} to {compiled.Max():0.00}; so below)");
        context.Report.Add("The same cells as a notebook, run and written as a page", $"{one.Median():0.00} s ({one.Min():0.00} to {one.Max():0.00})");
        context.Report.Add($"{Several} such notebooks in one run", $"{several.Median():0.00} s ({several.Min():0.00} to {several.Max():0.00})");
        var added = one.Zip(compiled, (o, c) => o - c).Median();
        var addedEach = several.Zip(compiled, (s, c) => (s / Several) - c).Median();
        context.Report.Add("What the runner adds to a notebook", $"{added:0.00} s; {addedEach:0.00} s to each of {Several} (medians of the rounds' differences)");
    }

    // Built beside this program, in the same configuration.
    private static string Runner()
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        return Path.Combine(SolutionFolder.Find()!, "lib", "MathSymbols.Notebooks", "bin", output.Parent!.Name, output.Name, "MathSymbols.Notebooks.dll");
    }

    private static double Time(BenchmarkContext context, params string[] arguments)
    {
        context.Cancellation.ThrowIfCancellationRequested();
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(BenchmarkProcess.Host, arguments) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? watch.Elapsed.TotalSeconds : throw new InvalidOperationException($"'dotnet {string.Join(' ', arguments)}' ended with {process.ExitCode}: {output}");
    }
}
