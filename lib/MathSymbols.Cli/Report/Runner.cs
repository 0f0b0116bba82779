using System.Diagnostics;
using MathSymbols.Figures;

namespace MathSymbols.Cli.Report;

/// <summary>Starts the notebook runner as a child process.</summary>
internal static class Runner
{
    private const string Title = "Handwritten Math Symbols Classification";

    private static readonly Dictionary<string, string> NoVariables = [];

    /// <summary>Runs notebooks and passes on the runner's exit code.</summary>
    /// <param name="notebooks">Paths of the notebooks, in order.</param>
    /// <param name="output">The folder for the report.</param>
    /// <param name="facts">What the page's header tells.</param>
    /// <param name="options">The runner's own options.</param>
    /// <param name="variables">Environment variables for the notebooks.</param>
    /// <param name="cancellation">Stops the runner; it writes the report so far.</param>
    /// <exception cref="CommandException">The runner is not where the build puts it.</exception>
    public static Task<int> RunAsync(
        IReadOnlyList<string> notebooks,
        string output,
        IReadOnlyList<(string Name, string Value)> facts,
        IReadOnlyList<string> options,
        IReadOnlyDictionary<string, string> variables,
        CancellationToken cancellation) =>
        StartAsync(["run", .. notebooks, "--out", output, "--title", Title, .. options, .. facts.SelectMany(f => (string[])["--fact", $"{f.Name}={f.Value}"])], variables, cancellation);

    /// <summary>Makes a report of notebooks that were run elsewhere, and passes on the runner's exit code.</summary>
    /// <param name="notebooks">Paths of .ipynb files, in order.</param>
    /// <param name="output">The folder for the report.</param>
    /// <param name="title">The page's title; null for the runner's choice.</param>
    /// <param name="cancellation">Stops the runner.</param>
    /// <exception cref="CommandException">The runner is not where the build puts it.</exception>
    public static async Task<int> ExportAsync(IReadOnlyList<string> notebooks, string output, string? title, CancellationToken cancellation)
    {
        // The cell that carried the charts' script may have been cleared, or run elsewhere.
        var folder = Directory.CreateTempSubdirectory("mathsymbols-");
        try
        {
            var script = Path.Combine(folder.FullName, ChartScript.Key + ".js");
            await File.WriteAllTextAsync(script, ChartScript.Source(), cancellation).ConfigureAwait(false);
            string[] titled = title is null ? [] : ["--title", title];
            return await StartAsync(["export", .. notebooks, "--out", output, .. titled, "--script", $"{ChartScript.Key}={script}"], NoVariables, cancellation).ConfigureAwait(false);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Runs one of the runner's own commands and passes on its exit code.</summary>
    /// <param name="arguments">The command and its arguments.</param>
    /// <param name="cancellation">Stops the runner.</param>
    /// <exception cref="CommandException">The runner is not where the build puts it.</exception>
    public static Task<int> StartAsync(IReadOnlyList<string> arguments, CancellationToken cancellation) => StartAsync(arguments, NoVariables, cancellation);

    private static async Task<int> StartAsync(IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> variables, CancellationToken cancellation)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "runner", "MathSymbols.Notebooks.dll");
        if (!File.Exists(program)) throw new CommandException($"the notebook runner '{program}' is missing: build the solution again.");
        var start = new ProcessStartInfo(DotnetHost.Path, [program, .. arguments]) { UseShellExecute = false };
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
