using System.Text.Json.Nodes;

namespace MathSymbols.Notebooks.Tests;

public class RunTests(RunFixture run) : IClassFixture<RunFixture>
{
    private JsonNode Notebook(string name) => run.Report["notebooks"]!.AsArray().Single(n => (string?)n!["name"] == name)!;

    [Fact]
    public void A_failure_gives_exit_code_1_and_both_files_whole()
    {
        Assert.Equal(1, run.Result.ExitCode);
        Assert.Equal(["index.html", "report.json"], run.Files.Order());
        Assert.EndsWith("</html>", run.Page.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_report_has_its_format_and_facts()
    {
        Assert.Equal(("mathsymbols-report", 1, "All ways"), ((string?)run.Report["format"], (int?)run.Report["version"], (string?)run.Report["title"]));
        Assert.Equal(("quick", "a=b"), ((string?)run.Report["facts"]!["Profile"], (string?)run.Report["facts"]!["Command"]));
        Assert.Equal(["ok", "failed", "died", "died", "failed", "ok"], run.Report["notebooks"]!.AsArray().Select(n => (string?)n!["status"]));
    }

    [Fact]
    public void A_good_notebook_has_its_values_title_and_memory()
    {
        var good = Notebook("good");
        Assert.Equal(("The good one", 3, 0, 42), ((string?)good["title"], (int?)good["cells"], (int?)good["failed"], (int?)good["values"]!["answer"]));
        if (OperatingSystem.IsLinux()) Assert.True((long?)good["peakPrivateBytes"] > 1 << 20);
    }

    [Fact]
    public void Outputs_keep_their_order()
    {
        string[] pieces = ["before</pre>", "<i>second</i>", "muted</pre>", "at home</pre>", "<b id=\"html-cell\">"];
        var places = pieces.Select(p => run.Page.IndexOf(p, StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public void An_exception_stands_in_place_and_the_rest_is_skipped()
    {
        var error = Notebook("bad")["error"]!;
        Assert.Equal(("runtime", 2, 2, "System.Exception: on purpose"), ((string?)error["kind"], (int?)error["cell"], (int?)error["line"], (string?)error["message"]));
        Assert.Contains("Cell 2, line 2 threw an exception", run.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("never</pre>", run.Page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dead_child_names_its_signal_and_last_words()
    {
        var error = Notebook("failfast")["error"]!;
        Assert.Contains("SIGABRT", (string?)error["message"], StringComparison.Ordinal);
        Assert.Contains("gave up", error["stack"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("alive</pre>", run.Page, StringComparison.Ordinal);
        Assert.Contains("SIGKILL", (string?)Notebook("killed")["error"]!["message"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_malformed_header_is_a_sentence() =>
        Assert.StartsWith("header.dib, line 2: the header below #!meta", (string?)Notebook("header")["error"]!["message"], StringComparison.Ordinal);

    [Fact]
    public void What_child_processes_and_native_code_print_is_shown_in_its_place() =>
        Assert.Contains("the cell, then its child process\nfrom native code</pre>", run.Page, StringComparison.Ordinal);

    [Fact]
    public void A_redirected_terminal_gets_plain_lines()
    {
        Assert.DoesNotContain('\u001b', run.Result.Output);
        Assert.Contains("good: started, 3 cells", run.Result.Output, StringComparison.Ordinal);
        Assert.Contains("bad, cell 2, line 2: System.Exception: on purpose", run.Result.Output, StringComparison.Ordinal);
        Assert.Contains("2 of 6 notebooks ok", run.Result.Output, StringComparison.Ordinal);
        Assert.EndsWith("index.html", run.Result.Output.TrimEnd(), StringComparison.Ordinal);
    }
}
