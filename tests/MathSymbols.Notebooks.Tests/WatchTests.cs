using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using MathSymbols.Notebooks.Tests.Support;

namespace MathSymbols.Notebooks.Tests;

public sealed class WatchTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_edit_runs_its_notebook_and_those_below_again_and_the_watch_survives_what_is_half_saved()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Is ended by a signal.");
        string Write(string name, string says) => _folder.Write(name + ".dib", $"display(\"{name} says {says} from \" + Environment.ProcessId);");
        string[] notebooks = [Write("first", "one"), Write("second", "one")];
        using var runner = Runner.Start(["run", .. notebooks, "--out", _folder.Path, "--watch", "--grace", "10m"]);
        var errors = runner.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);

        await UntilAsync(runner, "watching 2 notebooks");
        var before = Said();
        Assert.Equal(["one", "one"], before.Select(s => s.Text));

        // As editors do: a new file in the place of the old one.
        File.Move(Write("new", "two"), notebooks[1], overwrite: true);
        await UntilAsync(runner, "second: changed, runs again");
        await UntilAsync(runner, "watching");
        var after = Said();
        Assert.Equal(["one", "two"], after.Select(s => s.Text));
        Assert.Equal([true, false], before.Zip(after, (b, a) => b.Process == a.Process));

        _folder.Write("second.dib", "#!meta\n{half");
        await UntilAsync(runner, "second: second.dib, line 2: the header below #!meta");
        await UntilAsync(runner, "watching");
        Assert.Contains("the header below #!meta must be one JSON object", Page(), StringComparison.Ordinal);

        // A run that an edit overtakes is ended, and begun again where the edit is.
        _folder.Write("second.dib", "System.IO.File.WriteAllText(\"begun\", \"\");\nawait Task.Delay(-1, Microsoft.DotNet.Interactive.KernelInvocationContext.Current.CancellationToken);");
        while (!File.Exists(Path.Combine(_folder.Path, "begun"))) await Task.Delay(50, TestContext.Current.CancellationToken);
        Write("first", "three");
        Write("second", "three");
        await UntilAsync(runner, "first: changed, runs again with the 1 notebook below it");
        await UntilAsync(runner, "watching");
        Assert.Equal(["three", "three"], Said().Select(s => s.Text));

        using (var kill = Process.Start("kill", ["-TERM", runner.Id.ToString(CultureInfo.InvariantCulture)])) await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        await runner.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal((0, ""), (runner.ExitCode, await errors));
        Assert.All(JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(_folder.Path, "report.json"), TestContext.Current.CancellationToken))!["notebooks"]!.AsArray(), n => Assert.Equal("ok", (string?)n!["status"]));
    }

    private string Page() => File.ReadAllText(Path.Combine(_folder.Path, "index.html"));

    private List<(string Text, string Process)> Said() =>
        [.. System.Text.RegularExpressions.Regex.Matches(Page(), @">\w+ says (\w+) from (\d+)<").Select(m => (m.Groups[1].Value, m.Groups[2].Value))];

    private static async Task UntilAsync(Process runner, string start)
    {
        string? line;
        do line = await runner.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        while (line is not null && !line.StartsWith(start, StringComparison.Ordinal));
        Assert.True(line is not null, $"The runner ended before it said '{start}'.");
    }
}
