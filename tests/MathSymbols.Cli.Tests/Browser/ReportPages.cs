using System.Diagnostics;
using MathSymbols.Cli.Report;
using MathSymbols.Runtime;
using MathSymbols.Tests.Browser;
using MathSymbols.Tests.Support;
using Xunit;

namespace MathSymbols.Cli.Tests.Browser;

/// <summary>
/// The reports to look at: a gallery of every figure, run once for all tests, and the folders that REPORT_PAGES names,
/// separated as in PATH. (MATHSYMBOLS_ would make it a setting.)
/// </summary>
public sealed class ReportPages : IAsyncLifetime
{
    private const string Variable = "REPORT_PAGES";
    private const string Gallery = "gallery";

    private readonly TemporaryFolder _folder = new();

    /// <summary>The reports' names.</summary>
    public static TheoryData<string> All => [Gallery, .. (Environment.GetEnvironmentVariable(Variable) ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    /// <summary>The page of one of <see cref="All"/>.</summary>
    public string PageOf(string report) => Path.Combine(report == Gallery ? _folder["out"] : Path.GetFullPath(report, Clone), "index.html");

    public async ValueTask InitializeAsync()
    {
        // Without a browser, every test here is skipped.
        if (!Chromium.IsThere) return;
        var notebook = Path.Combine(Clone, "tests", "MathSymbols.Cli.Tests", "Browser", "gallery.dib");
        string[] arguments = [Path.Combine(AppContext.BaseDirectory, "runner", "MathSymbols.Notebooks.dll"), "run", notebook, "--out", _folder["out"], "--title", "Gallery"];
        var start = new ProcessStartInfo(DotnetHost.Path, arguments) { RedirectStandardOutput = true };
        start.Environment["MATHSYMBOLS_WORK"] = _folder["work"];
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, output);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private static string Clone => SolutionFolder.Find() ?? throw new InvalidOperationException("The tests run inside the clone.");
}
