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
    public async Task A_stopped_run_writes_what_it_has(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such signals.");
        Assert.SkipWhen(signal == "INT" && IsInterruptIgnored(), "This process was started with SIGINT ignored, and so are those it starts.");
        using var runner = StartWaiting();
        var child = await ChildAsync();
        using (var kill = Process.Start("kill", [$"-{signal}", runner.Id.ToString(CultureInfo.InvariantCulture)])) await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        var result = await Runner.EndAsync(runner);

        Assert.Equal(130, result.ExitCode);
        await GoneAsync(child);
        var report = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(_folder.Path, "out", "report.json"), TestContext.Current.CancellationToken))!;
        Assert.Equal(["cancelled", "notRun"], report["notebooks"]!.AsArray().Select(n => (string?)n!["status"]));
        Assert.Contains("was here</pre>", await File.ReadAllTextAsync(Path.Combine(_folder.Path, "out", "index.html"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_killed_parent_leaves_no_child()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such signals.");
        using var runner = StartWaiting();
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

    private static bool IsInterruptIgnored()
    {
        if (!OperatingSystem.IsLinux()) return false;
        var mask = File.ReadLines("/proc/self/status").First(l => l.StartsWith("SigIgn:", StringComparison.Ordinal))[7..].Trim();
        return (ulong.Parse(mask, NumberStyles.HexNumber, CultureInfo.InvariantCulture) & 2) != 0;
    }

    private string Marker => Path.Combine(_folder.Path, "started");

    private Process StartWaiting() => Runner.Start(
        "run",
        _folder.Write("wait.dib", "Console.WriteLine(\"was here\");\nSystem.IO.File.WriteAllText(\"started.tmp\", Environment.ProcessId.ToString());\nSystem.IO.File.Move(\"started.tmp\", \"started\");\nawait Task.Delay(-1);"),
        _folder.Write("after.dib", "1"),
        "--out",
        Path.Combine(_folder.Path, "out"));

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
