using System.Text.Json.Nodes;
using MathSymbols.Notebooks.Events;
using MathSymbols.Notebooks.Page;
using MathSymbols.Notebooks.Reports;
using MathSymbols.Notebooks.Running;
using MathSymbols.Notebooks.Tests.Support;

namespace MathSymbols.Notebooks.Tests;

public sealed class ReportPageTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private NotebookRun Run(string text, params KernelEvent[] events)
    {
        var run = new NotebookRun(_folder.Write("a.dib", text)) { Status = NotebookStatus.Ok };
        foreach (var e in events) run.Apply(e);
        return run;
    }

    private static string Page(params NotebookRun[] runs) => ReportPage.Write(new Report("T & T", DateTimeOffset.UnixEpoch, [new("Profile", "<quick>")], runs));

    private static Displayed Show(string id, string html) => new(id, new Dictionary<string, string> { ["text/html"] = html });

    [Fact]
    public void Scripts_and_styles_marked_once_are_there_once()
    {
        const string Output = "<script data-once=\"lib\">var Lib = 1;</script><style data-once=\"lib\">.lib{}</style><div>drawn</div><script>use(Lib)</script>";
        var page = Page(Run("1", new CellStarted(1), Show("1", Output), Show("2", Output)));
        Assert.Equal(2, page.Split("var Lib = 1;").Length);
        Assert.Equal(3, page.Split("use(Lib)").Length);
        Assert.InRange(page.IndexOf(".lib{}", StringComparison.Ordinal), 0, page.IndexOf("</head>", StringComparison.Ordinal));
        Assert.True(page.IndexOf("var Lib", StringComparison.Ordinal) < page.IndexOf("use(Lib)", StringComparison.Ordinal));
    }

    [Fact]
    public void Values_come_from_outputs_with_their_last_content_and_are_not_on_the_page()
    {
        static string Value(string json) => $"<p>x</p><script type=\"application/json\" data-report=\"n\">{json}</script>";
        var run = Run("1", new CellStarted(1), Show("1", Value("1")), Show("2", Value("[2]")), new DisplayUpdated("2", Show("2", Value("{\"a\":3}")).Data));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("{\"n\":{\"a\":3}}"), run.Values()));
        Assert.DoesNotContain("data-report", Page(run), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"\\ud800\"", "does not hold valid JSON: half a surrogate pair is no text")]
    [InlineData("{\"a\":1,\"a\":2}", "does not hold valid JSON: ")]
    [InlineData(null, "is nested more than 500 deep")]
    public void A_value_that_could_not_be_written_gets_a_sentence(string? json, string says)
    {
        json ??= new string('[', 501) + new string(']', 501);
        var data = Show("1", $"<script type=\"application/json\" data-report=\"n\">{json}</script>").Data;
        Assert.StartsWith($"The output's data-report=\"n\" {says}", Assert.Throws<FormatException>(() => ReportValues.Check(data)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deep_value_is_written_and_a_file_that_cannot_be_made_does_not_keep_the_others_from_it()
    {
        using var folder = new TempFolder();
        var deep = new string('[', 400) + new string(']', 400);
        var run = Run("1", new CellStarted(1), Show("1", $"<script type=\"application/json\" data-report=\"n\">{deep}</script>"));
        Directory.CreateDirectory(Path.Combine(folder.Path, "report.json"));
        var report = new Report("T", DateTimeOffset.UnixEpoch, [], [run]);
        Assert.False(await ReportFiles.WriteAsync(report, folder.Path, [ReportFiles.Page, ReportFiles.Notebooks]));
        Assert.Equal([run.Name + ".ipynb", "index.html"], Directory.GetFiles(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Directory.Delete(Path.Combine(folder.Path, "report.json"));
        Assert.True(await ReportFiles.WriteAsync(report, folder.Path, []));
        Assert.Contains("[[[[", string.Concat((await File.ReadAllTextAsync(Path.Combine(folder.Path, "report.json"), TestContext.Current.CancellationToken)).Where(c => !char.IsWhiteSpace(c))), StringComparison.Ordinal);
    }

    [Fact]
    public void An_update_stands_in_the_place_of_the_display()
    {
        var page = Page(Run("1", new CellStarted(1), Show("1", "<i>old</i>"), new StandardOutput("printed\n"), new DisplayUpdated("1", Show("1", "<i>new</i>").Data)));
        Assert.DoesNotContain("<i>old</i>", page, StringComparison.Ordinal);
        Assert.True(page.IndexOf("<i>new</i>", StringComparison.Ordinal) < page.IndexOf("printed", StringComparison.Ordinal));
    }

    [Fact]
    public void Html_is_preferred_to_a_picture_and_a_picture_stands_for_itself()
    {
        var both = new Displayed("1", new Dictionary<string, string> { ["image/png"] = "AAAA", ["text/html"] = "<b>html</b>" });
        var png = new Displayed("2", new Dictionary<string, string> { ["image/png"] = "BBBB" });
        var page = Page(Run("1", new CellStarted(1), both, png));
        Assert.Contains("<b>html</b>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("AAAA", page, StringComparison.Ordinal);
        Assert.Contains("src=\"data:image/png;base64,BBBB\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_stands_in_place_and_in_the_contents()
    {
        var error = new CellError("runtime", "Some.Exception: <oops>", Line: 1, Code: "Fail();");
        var run = Run("#!markdown\n# One\n#!csharp\nFail();\n#!csharp\nLater();", new CellStarted(1), new CellFinished(1, 0), new CellStarted(2), new CellFailed(2, 11, error));
        run.Status = NotebookStatus.Failed;
        var page = Page(run);
        Assert.Contains("role=\"alert\"><p class=\"nb-error-title\">Cell 2, line 1 threw an exception", page, StringComparison.Ordinal);
        Assert.Contains("Some.Exception: &lt;oops&gt;", page, StringComparison.Ordinal);
        Assert.Contains("<a class=\"nb-mark nb-mark-failed\" href=\"#a-cell-2\">cell 2 failed</a> <a class=\"nb-mark nb-mark-slow\" href=\"#a-cell-2\">cell 2: 11.0 s</a>", page, StringComparison.Ordinal);
        Assert.Contains("<div class=\"nb-cell\" id=\"a-cell-2\">", page, StringComparison.Ordinal);
        Assert.Contains("<li><a href=\"#a-cell-2\">a</a>: failed", page, StringComparison.Ordinal);
        Assert.Contains("Not run from here on.", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_escapes_what_is_text_and_asks_for_nothing_from_outside()
    {
        var page = Page(Run("#!markdown\n# A\n![there](https://example.org/x.png)", new CellStarted(1), new StandardOutput("<script>alert(1)</script>")));
        Assert.Contains("<title>T &amp; T</title>", page, StringComparison.Ordinal);
        Assert.Contains("&lt;quick&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.DoesNotContain("src=\"http", page, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\">", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_headings_own_number_is_shown_once() =>
        Assert.Contains("<h2 id=\"ii-the-data\"><a class=\"nb-number\" href=\"#ii-the-data\" title=\"Link to this section\">II</a> The <em>data</em></h2>", Page(Run("#!markdown\n# II · The *data*")), StringComparison.Ordinal);

    [Fact]
    public void Endless_printing_is_cut_and_said()
    {
        var line = new string('x', 99_999) + "\n";
        var page = Page(Run("1", [new CellStarted(1), .. Enumerable.Repeat(new StandardOutput(line), 20)]));
        Assert.True(page.Length < 1_200_000);
        Assert.Contains("… 951,424 more characters were printed", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_beside_the_notebook_is_put_into_the_page()
    {
        _folder.Write("p.png", "png");
        Assert.Contains("src=\"data:image/png;base64,cG5n\" alt=\"a picture\"", Page(Run("#!markdown\n![a picture](p.png)")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../p.png")]
    [InlineData("sub/../../p.png")]
    [InlineData("/etc/p.png")]
    [InlineData("%2e%2e/p.png")]
    public void A_picture_from_elsewhere_stays_where_it_is(string url)
    {
        var outer = Directory.CreateDirectory(Path.Combine(_folder.Path, "inner")).FullName;
        _folder.Write("p.png", "png");
        var run = new NotebookRun(_folder.Write(Path.Combine(outer, "a.dib"), $"#!markdown\n![a picture]({url})")) { Status = NotebookStatus.Ok };
        Assert.DoesNotContain("data:image/png", Page(run), StringComparison.Ordinal);
    }

    [Fact]
    public void Markdown_of_an_output_looks_like_that_of_a_cell_and_is_not_in_the_contents()
    {
        var page = Page(Run("1", new CellStarted(1), new Displayed("1", new Dictionary<string, string> { ["text/markdown"] = "# Head\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n<!-- todo" })));
        Assert.Contains("<h2>Head</h2>", page, StringComparison.Ordinal);
        Assert.Contains("<div class=\"nb-scroll\" data-label=\"Table\">\n<table>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("todo", page, StringComparison.Ordinal);
        Assert.DoesNotContain("#head\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Markdown_nested_too_deeply_is_shown_as_its_source()
    {
        var page = Page(Run("#!markdown\n" + new string('>', 3000) + "\n#!markdown\n# After <!-- x"));
        Assert.Contains("This Markdown is nested too deeply", page, StringComparison.Ordinal);
        Assert.Contains("</a> After", page, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_shown_gets_a_box_and_the_rest_is_shown()
    {
        var run = Run("1\n#!csharp\n2", new CellStarted(1), Show("1", "<i>before</i>"), new CellStarted(2), Show("2", "<i>after</i>"));
        run.Cells[0].Output.Show(new DisplayOutput(null!));
        var page = Page(run);
        Assert.Contains("<i>before</i>", page, StringComparison.Ordinal);
        Assert.Contains("<p class=\"nb-error-title\">Cell 1 cannot be shown</p>", page, StringComparison.Ordinal);
        Assert.Contains("<i>after</i>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_notebook_without_a_title_of_its_own_gets_its_name() =>
        Assert.Contains("<h2 id=\"a\"><a class=\"nb-number\" href=\"#a\" title=\"Link to this section\">1</a> a</h2>", Page(Run("1")), StringComparison.Ordinal);

    [Fact]
    public void Captions_are_numbered_through_the_page_by_what_they_are()
    {
        const string Figures = "<figure title=\"a > b\"><figcaption class='c'>One</figcaption></figure><script>'<figcaption>'</script><figure data-numbered=\"Table\"><figcaption>Two</figcaption></figure>";
        var page = Page(Run("1", new CellStarted(1), Show("1", Figures), Show("2", Figures + "<figure data-numbered=\"\"><figcaption>None</figcaption></figure>")));
        Assert.Contains("<figcaption class=\"c\"><a class=\"nb-figure-number\" id=\"figure-1\" href=\"#figure-1\">Figure 1</a> One", page, StringComparison.Ordinal);
        Assert.Contains("<figcaption><a class=\"nb-figure-number\" id=\"table-2\" href=\"#table-2\">Table 2</a> Two", page, StringComparison.Ordinal);
        Assert.Contains("Figure 2</a> One", page, StringComparison.Ordinal);
        Assert.Contains("<figcaption>None", page, StringComparison.Ordinal);
        Assert.Contains("<script>'<figcaption>'</script>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_of_a_whole_notebook_is_in_the_contents_of_that_notebook()
    {
        var bad = Run("#!meta\n{oops\n#!csharp\n1");
        bad.Status = NotebookStatus.Failed;
        var page = Page(Run("#!markdown\n# Good"), bad);
        Assert.Contains("<a href=\"#a\"><span class=\"nb-number\">2</span><span>a</span></a><p class=\"nb-marks\"><a class=\"nb-mark nb-mark-failed\" href=\"#a-error\">failed</a></p>", page, StringComparison.Ordinal);
        Assert.Contains("<div class=\"nb-error\" id=\"a-error\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_command_is_shown_as_code_to_be_copied()
    {
        var page = ReportPage.Write(new Report("T", DateTimeOffset.UnixEpoch, [new("Command", "run \"a b\""), new("Seed", "1")], []));
        Assert.Contains("<code id=\"nb-command\"><span>run</span> <span>&quot;a</span> <span>b&quot;</span></code> <button type=\"button\" data-copy=\"nb-command\" hidden>Copy</button>", page, StringComparison.Ordinal);
        Assert.True(page.IndexOf(">Seed<", StringComparison.Ordinal) < page.IndexOf(">Command<", StringComparison.Ordinal));
    }
}
