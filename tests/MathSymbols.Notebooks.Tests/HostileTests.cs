using System.Text.Json.Nodes;

namespace MathSymbols.Notebooks.Tests;

public class HostileTests(HostileFixture run) : IClassFixture<HostileFixture>
{
    private JsonNode Notebook(string name) => run.Report["notebooks"]!.AsArray().Single(n => (string?)n!["name"] == name)!;

    private (string? Status, string? Kind, string? Message) End(string name) => ((string?)Notebook(name)["status"], (string?)Notebook(name)["error"]?["kind"], (string?)Notebook(name)["error"]?["message"]);

    [Fact]
    public void The_report_stands_whole_and_small_and_so_does_the_runner()
    {
        Assert.Equal(1, run.Result.ExitCode);
        Assert.Equal("", run.Result.Error);
        Assert.EndsWith("</html>", run.Page.TrimEnd(), StringComparison.Ordinal);
        Assert.InRange(run.Page.Length, 40_000_000, 150_000_000);
        Assert.InRange(run.Result.Output.Length, 1, 20_000);

        // The outputs that are kept are some 130 MB, and the page is made of them.
        if (OperatingSystem.IsLinux()) Assert.InRange(run.PeakBytes, 1, 2_000_000_000);
    }

    [Fact]
    public void Floods_are_cut_said_and_stop_nothing()
    {
        string[] said =
        [
            "751,424 more characters were printed", "18,951,424 more characters were printed", "An output of 34,000,000 characters is left out here",
            "An output of 22,000,000 characters is left out here", "10,000 more outputs were shown", "update 19999", "Cell 5, line 1 threw an exception",
            "after half an event", "after garbage", "shown without standard output",
        ];
        Assert.All(said, s => Assert.Contains(s, run.Page, StringComparison.Ordinal));
        Assert.Equal(("failed", "runtime", 10, 1), (End("floods").Status, End("floods").Kind, (int?)Notebook("floods")["cells"], (int?)Notebook("floods")["failed"]));
    }

    [Theory]
    [InlineData("managed")]
    [InlineData("native")]
    public void Who_takes_too_much_memory_is_killed_and_named(string name)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Memory is read from /proc.");
        var (status, kind, message) = End(name);
        Assert.Equal(("failed", "memory"), (status, kind));
        Assert.Contains("more than the limit of 1.40 GiB (--memory), and were killed", message, StringComparison.Ordinal);
        Assert.InRange((long)Notebook(name)["peakPrivateBytes"]!, 1_500_000_001, 2_500_000_000);
    }

    [Fact]
    public void One_block_too_large_is_refused_and_named()
    {
        Assert.Equal(("failed", "memory"), (End("single").Status, End("single").Kind));
        Assert.StartsWith("The cell asked for more memory than the limit of 1.40 GiB (--memory) leaves it.\nSystem.OutOfMemoryException", End("single").Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("exit", "exited with code 3")]
    [InlineData("overflow", "SIGABRT")]
    [InlineData("crash", "SIGSEGV")]
    [InlineData("thread", "SIGABRT")]
    [InlineData("unfinished", "SIGKILL")]
    public void Who_dies_is_named_with_how(string name, string how)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such signals.");
        Assert.Equal(("died", "died"), (End(name).Status, End(name).Kind));
        Assert.Contains(how, End(name).Message, StringComparison.Ordinal);
        Assert.InRange(Notebook(name)["error"]!.ToJsonString().Length, 1, 50_000);
    }

    [Fact]
    public void An_exception_on_a_thread_is_told() => Assert.Contains("from a thread", Notebook("thread")["error"]!["stack"]!.ToJsonString(), StringComparison.Ordinal);

    [Fact]
    public void A_thread_that_goes_on_does_not_hold_up_the_end() => Assert.Equal(("ok", null, null), End("lingers"));
}
