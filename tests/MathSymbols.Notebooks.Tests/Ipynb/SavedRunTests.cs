using System.Text.Json.Nodes;

namespace MathSymbols.Notebooks.Tests.Ipynb;

[Collection(SavedRunGroup.Name)]
public class SavedRunTests(SavedRunFixture saved)
{
    private JsonArray Outputs(int cell) => saved.Ipynb["cells"]![cell - 1]!["outputs"]!.AsArray();

    [Fact]
    public void A_run_writes_both_forms_and_says_where()
    {
        Assert.Equal(1, saved.Run.ExitCode);
        Assert.Contains("figures.ipynb", saved.Run.Output, StringComparison.Ordinal);
        Assert.EndsWith("index.html", saved.Run.Output.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void Displays_keep_all_their_forms_and_get_a_text()
    {
        Assert.Equal("{\"name\":\"stdout\",\"output_type\":\"stream\",\"text\":[\"first\\n\",\"lines\\n\"]}", Outputs(3)[0]!.ToJsonString());
        var data = Outputs(3)[1]!["data"]!;
        Assert.Equal("iVBORw0KGgo=", (string?)data["image/png"]);
        Assert.StartsWith("<script data-once=\"lib\">", (string?)data["text/html"]![0], StringComparison.Ordinal);
        Assert.Equal("[\"The <first>\"]", Relaxed(data["text/plain"]!));
    }

    [Fact]
    public void An_update_has_been_applied_and_the_order_kept()
    {
        Assert.Equal(["display_data", "stream", "display_data"], Outputs(4).Select(o => (string?)o!["output_type"]));
        Assert.Equal("[\"new\"]", Outputs(4)[0]!["data"]!["text/plain"]!.ToJsonString());
    }

    [Fact]
    public void An_exception_is_an_error_that_an_editor_can_show()
    {
        var error = Outputs(6)[1]!;
        Assert.Equal(("error", "System.InvalidOperationException"), ((string?)error["output_type"], (string?)error["ename"]));
        Assert.Equal("on purpose\ncaused by System.Exception: the cause", (string?)error["evalue"]);
        Assert.Equal(["System.InvalidOperationException: on purpose", "caused by System.Exception: the cause", "cell 6, line 2: throw new InvalidOperationException(\"on purpose\", new Exception(\"the cause\"));"], error["traceback"]!.AsArray().Take(3).Select(l => (string?)l));
    }

    [Fact]
    public void Cells_are_counted_as_they_ran_and_a_cell_that_did_not_has_no_count() =>
        Assert.Equal(["1", "2", "3", "4", "5", null], saved.Ipynb["cells"]!.AsArray().Skip(1).Select(c => c!["execution_count"]?.ToJsonString()));

    [Fact]
    public void The_saved_notebook_gives_the_page_of_the_run_without_running()
    {
        Assert.Equal((0, ""), (saved.Export.ExitCode, saved.Export.Error));
        Assert.Equal(Cells(saved.RunPage), Cells(saved.ExportPage).Replace("Not run.</p>", "Not run from here on.</p>", StringComparison.Ordinal));
        Assert.Contains("<dt>Exported without running</dt><dd>figures.ipynb as saved on ", saved.ExportPage, StringComparison.Ordinal);
        Assert.Contains("<dt>Kernel</dt><dd>.NET (C#)</dd>", saved.ExportPage, StringComparison.Ordinal);
        Assert.Contains("figures.ipynb · failed: 7 cells, exported without running", saved.ExportPage, StringComparison.Ordinal);
    }

    [Fact]
    public void The_saved_notebook_gives_the_values_and_the_error_of_the_run()
    {
        var (run, export) = (saved.RunReport["notebooks"]![0]!, saved.ExportReport["notebooks"]![0]!);
        foreach (var name in (string[])["name", "title", "status", "cells", "failed", "values", "error"]) Assert.True(JsonNode.DeepEquals(run[name], export[name]), name);
        Assert.Equal("{\"two\":[2]}", export["values"]!.ToJsonString());
    }

    [Fact]
    public void A_script_whose_carrier_was_cleared_comes_from_the_file_once_before_its_use()
    {
        Assert.DoesNotContain("The &lt;first&gt;", saved.ClearedPage, StringComparison.Ordinal);
        Assert.Equal(2, saved.ClearedPage.Split("var Lib = 'once';").Length);
        Assert.Contains("<p>2</p><script data-once=\"lib\">var Lib = 'once';</script><script data-needs=\"lib\">use(Lib)</script>", saved.ClearedPage, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_script_everything_else_is_there()
    {
        Assert.DoesNotContain("var Lib = 'once';", saved.ScriptlessPage, StringComparison.Ordinal);
        Assert.Contains("<p>2</p>", saved.ScriptlessPage, StringComparison.Ordinal);
    }

    private static string Relaxed(JsonNode node) => node.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private static string Cells(string page) => page[page.IndexOf("<main", StringComparison.Ordinal)..page.IndexOf("<p class=\"nb-note\">", StringComparison.Ordinal)];
}
