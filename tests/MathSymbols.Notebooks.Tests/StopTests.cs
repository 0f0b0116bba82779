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
