using System.Diagnostics;

namespace MathSymbols.Cli.Report;

/// <summary>Starts the notebook runner as a child process.</summary>
internal static class Runner
{
    private const string Title = "Handwritten Math Symbols Classification";

    /// <summary>Runs notebooks and passes on the runner's exit code.</summary>
    /// <param name="notebooks">Paths of .dib files, in order.</param>
    /// <param name="output">The folder for index.html and report.json.</param>
    /// <param name="facts">What the page's header tells.</param>
    /// <param name="options">The runner's own options.</param>
    /// <param name="variables">Environment variables for the notebooks.</param>
    /// <param name="cancellation">Stops the runner; it writes the report so far.</param>
    /// <exception cref="CommandException">The runner is not where the build puts it.</exception>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> notebooks,
        string output,
        IReadOnlyList<(string Name, string Value)> facts,
        IReadOnlyList<string> options,
        IReadOnlyDictionary<string, string> variables,
        CancellationToken cancellation)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "runner", "MathSymbols.Notebooks.dll");
        if (!File.Exists(program)) throw new CommandException($"the notebook runner '{program}' is missing: build the solution again.");
        var start = new ProcessStartInfo(DotnetHost.Path) { UseShellExecute = false };
        foreach (var argument in (string[])[program, "run", .. notebooks, "--out", output, "--title", Title, .. options]) start.ArgumentList.Add(argument);
        foreach (var (name, value) in facts)
        {
            start.ArgumentList.Add("--fact");
            start.ArgumentList.Add($"{name}={value}");
        }

        foreach (var (name, value) in variables) start.Environment[name] = value;
        using var process = Process.Start(start)!;

        // A terminal's Ctrl-C reaches the runner by itself, and on Windows nothing else can be passed on.
        await using var _ = cancellation.Register(() => Terminate(process)).ConfigureAwait(false);
        await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        return process.ExitCode;
    }

    private static void Terminate(Process process)
    {
        if (process.HasExited || OperatingSystem.IsWindows()) return;
        Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]).Dispose();
    }
}
