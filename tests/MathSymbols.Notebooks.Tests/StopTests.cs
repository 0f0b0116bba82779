using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using MathSymbols.Notebooks.Tests.Support;

namespace MathSymbols.Notebooks.Tests;

public sealed class StopTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task A_cell_that_watches_its_token_ends_by_itself_and_the_report_has_what_it_did(string signal)
    {
        SkipWhereIgnored(signal);

        // By reflection, as a library does that knows the engine by name only.
        using var runner = Start(
            """
            var context = Type.GetType("Microsoft.DotNet.Interactive.KernelInvocationContext, Microsoft.DotNet.Interactive");
            var current = context.GetProperty("Current").GetValue(null);
            var token = (System.Threading.CancellationToken)context.GetProperty("CancellationToken").GetValue(current);
            try { await Task.Delay(-1, token); }
            finally { Console.WriteLine("checkpoint written"); }
            """,
            "10m");
        var child = await ChildAsync();
        await SendAsync(runner, signal);
        var result = await Runner.EndAsync(runner);

        Assert.Equal(130, result.ExitCode);
        await GoneAsync(child);
        var (report, page) = await ReportAsync();
        Assert.Equal(["cancelled", "notRun"], report["notebooks"]!.AsArray().Select(n => (string?)n!["status"]));
        Assert.Equal(("cancelled", "The run was stopped here.", 1), ((string?)report["notebooks"]![0]!["error"]!["kind"], (string?)report["notebooks"]![0]!["error"]!["message"], (int?)report["notebooks"]![0]!["error"]!["cell"]));
        Assert.Contains("was here\ncheckpoint written</pre>", page, StringComparison.Ordinal);
        Assert.Contains("wait: stopping when the running cell ends", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_that_does_not_is_killed_after_the_grace()
    {
        SkipWhereIgnored("TERM");
        using var runner = Start(Deaf, "100ms");
        var child = await ChildAsync();
        await SendAsync(runner, "TERM");
        Assert.Equal(130, (await Runner.EndAsync(runner)).ExitCode);
        await GoneAsync(child);
        var (report, page) = await ReportAsync();
        Assert.EndsWith("did not end by itself within 100 ms, so the notebook's process was killed.", (string?)report["notebooks"]![0]!["error"]!["message"], StringComparison.Ordinal);
        Assert.Contains("was here</pre>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_signal_ends_it_at_once()
    {
        SkipWhereIgnored("TERM");
        using var runner = Start(Deaf, "24h");
        await ChildAsync();
        var end = Runner.EndAsync(runner);
        while (await Task.WhenAny(end, Task.Delay(100, TestContext.Current.CancellationToken)) != end) await SendAsync(runner, "TERM");
        Assert.Equal(130, (await end).ExitCode);
        Assert.Contains("was here</pre>", (await ReportAsync()).Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_killed_parent_leaves_no_child()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such signals.");
        using var runner = Start(Deaf, "24h");
        var child = await ChildAsync();
        runner.Kill();
        await GoneAsync(child);
    }

    [Fact]
    public async Task A_process_that_outlives_the_notebook_does_not_hold_up_the_run()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Looks into /proc.");
        var notebook = _folder.Write("a.dib", "var sleeper = System.Diagnostics.Process.Start(\"sleep\", \"300\");\nSystem.IO.File.WriteAllText(\"started\", sleeper.Id.ToString());");
        var result = await Runner.RunAsync("run", notebook, "--out", _folder.Path);
        var sleeper = await ChildAsync();
        var outlived = IsAlive(sleeper);
        using (var process = Process.GetProcessById(sleeper)) process.Kill();
        Assert.Equal((0, true), (result.ExitCode, outlived));
    }

    private const string Deaf = "await Task.Delay(-1);";

    private static void SkipWhereIgnored(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such signals.");
        Assert.SkipWhen(signal == "INT" && IsInterruptIgnored(), "This process was started with SIGINT ignored, and so are those it starts.");
    }

    private static bool IsInterruptIgnored()
    {
        if (!OperatingSystem.IsLinux()) return false;
        var mask = File.ReadLines("/proc/self/status").First(l => l.StartsWith("SigIgn:", StringComparison.Ordinal))[7..].Trim();
        return (ulong.Parse(mask, NumberStyles.HexNumber, CultureInfo.InvariantCulture) & 2) != 0;
    }

    private static async Task SendAsync(Process runner, string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", runner.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    private string Marker => Path.Combine(_folder.Path, "started");

    private Process Start(string code, string grace) => Runner.Start(
        "run",
        _folder.Write("wait.dib", "Console.WriteLine(\"was here\");\nSystem.IO.File.WriteAllText(\"started.tmp\", Environment.ProcessId.ToString());\nSystem.IO.File.Move(\"started.tmp\", \"started\");\n" + code),
        _folder.Write("after.dib", "1"),
        "--out",
        Path.Combine(_folder.Path, "out"),
        "--grace",
        grace);

    private async Task<(JsonNode Report, string Page)> ReportAsync() => (
        JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(_folder.Path, "out", "report.json"), TestContext.Current.CancellationToken))!,
        await File.ReadAllTextAsync(Path.Combine(_folder.Path, "out", "index.html"), TestContext.Current.CancellationToken));

    private async Task<int> ChildAsync()
    {
        while (!File.Exists(Marker)) await Task.Delay(50, TestContext.Current.CancellationToken);
        return int.Parse(await File.ReadAllTextAsync(Marker, TestContext.Current.CancellationToken), CultureInfo.InvariantCulture);
    }

    private static async Task GoneAsync(int processId)
    {
        while (IsAlive(processId)) await Task.Delay(50, TestContext.Current.CancellationToken);
    }

    // A killed process may stay in the table until someone takes note of it.
    private static bool IsAlive(int processId)
    {
        try
        {
            return !File.ReadAllText($"/proc/{processId}/stat").Contains(") Z ", StringComparison.Ordinal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
