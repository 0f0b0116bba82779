using MathSymbols.Notebooks.Format.Ipynb;
using MathSymbols.Notebooks.Page;
using MathSymbols.Notebooks.Reports;
using MathSymbols.Notebooks.Running;
using MathSymbols.Notebooks.Tests.Support;

namespace MathSymbols.Notebooks.Tests.Ipynb;

/// <summary>Notebooks as other programs save them.</summary>
public class ExportedPageTests
{
    private const string Jupyter = """
        {"nbformat":4,"nbformat_minor":2,
         "metadata":{"kernelspec":{"display_name":"Python 3","language":"python","name":"python3"},"language_info":{"name":"python"}},
         "cells":[
          {"cell_type":"markdown","metadata":{},"source":["# By hand\n","![p](attachment:p.png)"],"attachments":{"p.png":{"image/png":"QUJD"}}},
          {"cell_type":"raw","metadata":{},"source":"as <it> is"},
          {"cell_type":"code","execution_count":7,"metadata":{},"source":"print(1)","outputs":[{"output_type":"stream","name":"stdout","text":"1\n"}]},
          {"cell_type":"code","execution_count":8,"metadata":{},"source":"%%html\n<i>x</i>","outputs":[{"output_type":"display_data","metadata":{},"data":{"text/html":["<i>","x</i>"],"text/plain":"<HTML object>"}}]},
          {"cell_type":"code","execution_count":null,"metadata":{},"source":"later()","outputs":[]},
          {"cell_type":"code","execution_count":9,"metadata":{},"source":"1/0","outputs":[{"output_type":"error","ename":"ZeroDivisionError","evalue":"division by zero",
            "traceback":["\u001b[0;31m---\u001b[0m","Traceback (most recent call last)","\u001b[0;31mZeroDivisionError\u001b[0m: division by zero"]}]}]}
        """;

    private static NotebookRun Read(string text) => SavedRun.Read("hand.ipynb", IpynbFile.Parse(text));

    private static string Page(NotebookRun run) => ReportPage.Write(new Report("T", DateTimeOffset.UnixEpoch, [], [run]));

    [Fact]
    public void A_notebook_run_by_hand_looks_as_it_was_saved()
    {
        var page = Page(Read(Jupyter));
        Assert.Contains("<img src=\"data:image/png;base64,QUJD\" alt=\"p\"", page, StringComparison.Ordinal);
        Assert.Contains("as &lt;it&gt; is</pre>", page, StringComparison.Ordinal);
        Assert.Contains(">1</pre>", page, StringComparison.Ordinal);
        Assert.Contains("<i>x</i>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("HTML object", page, StringComparison.Ordinal);
        Assert.Contains("ZeroDivisionError: division by zero</p>", page, StringComparison.Ordinal);
        Assert.Contains("<pre class=\"nb-error-stack\">---\nTraceback (most recent call last)", page, StringComparison.Ordinal);
        Assert.Equal(2, page.Split("Not run.").Length);
        Assert.DoesNotContain("<dt>Duration</dt>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Its_cells_have_run_or_not_or_failed()
    {
        var run = Read(Jupyter);
        Assert.Equal(NotebookStatus.Failed, run.Status);
        Assert.Equal([CellStatus.Skipped, CellStatus.Ok, CellStatus.Ok, CellStatus.Ok, CellStatus.Skipped, CellStatus.Failed], run.Cells.Select(c => c.Status));
    }

    [Theory]
    [InlineData("null", "", "null", "", "Skipped, Skipped", "NotRun")]
    [InlineData("1", "", "null", "", "Ok, Skipped", "Ok")]
    // No counts at all, yet outputs: an editor that does not save them.
    [InlineData("null", "{\"output_type\":\"stream\",\"name\":\"stdout\",\"text\":\"x\"}", "null", "", "Ok, Ok", "Ok")]
    public void A_cell_without_count_and_outputs_has_not_run(string count1, string outputs1, string count2, string outputs2, string cells, string status)
    {
        static string Code(string count, string outputs) => $$"""{"cell_type":"code","metadata":{},"source":"x","execution_count":{{count}},"outputs":[{{outputs}}]}""";
        var run = Read($$"""{"nbformat":4,"cells":[{{Code(count1, outputs1)}},{{Code(count2, outputs2)}}]}""");
        Assert.Equal((cells, status), (string.Join(", ", run.Cells.Select(c => c.Status)), run.Status.ToString()));
    }

    [Theory]
    [InlineData("Error", "no", "no", "no")]
    [InlineData("", "", "first\nsecond", "first")]
    [InlineData("compile", "line 1: CS0103: x", "line 1: CS0103: x\ncell 2, a.cs, line 1: x", "line 1: CS0103: x")]
    public void Errors_of_each_origin_are_understood(string name, string value, string traceback, string message) =>
        Assert.Equal(message, ErrorOutput.Read(new IpynbError(name, value, traceback.Split('\n')), "x").Message);

    [Fact]
    public void The_notebook_engines_stack_is_taken_off_its_message()
    {
        const string Whole = "System.Exception: no\n   at Submission#6.M()\n--- End of stack trace\n   at X";
        foreach (string[] traceback in (string[][])[[], [""], Whole.Split('\n')])
        {
            var read = ErrorOutput.Read(new IpynbError("Error", Whole, traceback), "x");
            Assert.Equal("System.Exception: no", read.Message);
            Assert.Equal(["   at Submission#6.M()", "--- End of stack trace", "   at X"], read.Stack);
        }
    }

    [Fact]
    public void The_notebook_engines_compile_errors_are_what_they_are()
    {
        var read = ErrorOutput.Read(new IpynbError("Error", "(2,24): error CS1525: Invalid expression term ';'\n(3,1): error CS1002: ; expected", []), "var a = 1;\nvar b = ;\nc");
        Assert.Equal(("compile", 2, "var b = ;"), (read.Kind, read.Line, read.Code));
        Assert.Equal("CS1525: Invalid expression term ';'\nline 3: CS1002: ; expected", read.Message);
        Assert.Equal("runtime", ErrorOutput.Read(new IpynbError("Error", "(2,24) is no place", []), "x").Kind);
    }

    [Fact]
    public void A_place_is_read_as_it_was_written()
    {
        foreach (var (file, line, code) in new[] { ("a.cs", (int?)3, "f(\"x: y\");"), (null, 1, "x"), ("a.cs", null, null), (null, null, null) })
        {
            var cell = new CellRun(new Format.Cell("csharp", "x", 0), 2);
            var read = ErrorOutput.Read(ErrorOutput.Write(cell, new Events.CellError("runtime", "A.B: c\nd", file, line, code, ["s"])), "x");
            Assert.Equal(("runtime", "A.B: c\nd", file, line, code), (read.Kind, read.Message, read.File, read.Line, read.Code));
            Assert.Equal(["s"], read.Stack);
        }
    }

    [Theory]
    [InlineData("<style>x</style><figure role=\"group\" aria-label=\"All &amp; more\"><p>inner</p></figure>", "All & more")]
    [InlineData("<table><tr><th>a</th><td>1 &lt; 2</td></tr><tr><td>b</td></tr></table><script>no()</script><!-- no -->", "a\t1 < 2\nb")]
    [InlineData("<div><img src=\"x\" alt=\"a picture\"></div>", "a picture")]
    [InlineData("<script>only()</script>", "")]
    public void Html_has_a_text(string html, string text) => Assert.Equal(text, PlainText.Of(html));

    [Fact]
    public async Task What_cannot_be_exported_gets_one_sentence()
    {
        using var folder = new TempFolder();
        var broken = folder.Write("broken.ipynb", "{\"nbformat\":4,\n\"cells\":[}");
        foreach (var (arguments, says) in new (string[], string)[]
        {
            ([broken], "broken.ipynb: this is not an .ipynb notebook: its JSON is broken on line 2."),
            (["a.dib"], "a.dib is not an .ipynb notebook, and only those have outputs."),
            (["no.ipynb"], "The notebook no.ipynb does not exist."),
            ([broken, "--script", "lib=no.js"], "The script no.js does not exist."),
        })
        {
            var result = await Runner.RunAsync(["export", .. arguments, "--out", Path.Combine(folder.Path, "out")]);
            Assert.Equal((2, "", says), (result.ExitCode, result.Output, result.Error.TrimEnd()));
        }
    }
}
