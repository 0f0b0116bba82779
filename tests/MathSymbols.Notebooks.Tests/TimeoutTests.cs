using System.Text.Json.Nodes;
using MathSymbols.Notebooks.Tests.Support;

namespace MathSymbols.Notebooks.Tests;

public sealed class TimeoutTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_cell_that_watches_its_token_ends_in_time_and_the_next_ones_run_when_they_are_to()
    {
        var notebook = _folder.Write("a.dib", """
            using Microsoft.DotNet.Interactive;
            try { await Task.Delay(-1, KernelInvocationContext.Current.CancellationToken); }
            finally { Console.WriteLine("tidied up"); }
            #!csharp
            Console.WriteLine("the next one");
            """);
        var (result, report, page) = await RunAsync(notebook, "--timeout", "2s", "--grace", "10m", "--keep-going");
        Assert.Equal(1, result.ExitCode);
        Assert.Equal(("failed", "timeout", "The cell ran longer than the limit of 2.0 s a cell (--timeout)."), End(report, 0));
        Assert.Contains("tidied up</pre>", page, StringComparison.Ordinal);
        Assert.Contains("the next one</pre>", page, StringComparison.Ordinal);
        Assert.Contains("Cell 1 ran too long", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_does_not_is_killed_and_the_other_notebooks_run()
    {
        var (result, report, _) = await RunAsync(
            _folder.Write("busy.dib", "while (true) ;\n#!csharp\n1"), _folder.Write("asleep.dib", "System.Threading.Thread.Sleep(-1);"), _folder.Write("awaits.dib", "await Task.Delay(-1);"), "--timeout", "700ms", "--grace", "100ms", "--keep-going");
        Assert.Equal(1, result.ExitCode);
        for (var i = 0; i < 3; i++)
        {
            var (status, kind, message) = End(report, i);
            Assert.Equal(("failed", "timeout"), (status, kind));
            Assert.EndsWith("did not end by itself within 100 ms, so the notebook's process was killed.", message, StringComparison.Ordinal);
        }
    }

    private async Task<(RunnerResult Result, JsonNode Report, string Page)> RunAsync(params string[] arguments)
    {
        var destination = Path.Combine(_folder.Path, "out");
        var result = await Runner.RunAsync(["run", .. arguments, "--out", destination]);
        return (result, JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(destination, "report.json")))!, await File.ReadAllTextAsync(Path.Combine(destination, "index.html")));
    }

    private static (string? Status, string? Kind, string? Message) End(JsonNode report, int notebook)
    {
        var run = report["notebooks"]![notebook]!;
        return ((string?)run["status"], (string?)run["error"]?["kind"], (string?)run["error"]?["message"]);
    }
}
