using MathSymbols.Notebooks.Events;
using MathSymbols.Notebooks.Tests.Support;

namespace MathSymbols.Notebooks.Tests;

[Collection("kernel")]
public sealed class CSharpCellTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Cells _cells;

    public CSharpCellTests() => _cells = new Cells(_folder);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_usual_usings_are_given_and_System_IO_is_not()
    {
        await _cells.ShowAsync("var s = new StringBuilder(); var l = new List<int>(); IEnumerable e = l.Select(x => x); await Task.Delay(1); Math.Abs(1);");
        var error = await _cells.RunAsync("File.Exists(\"x\")");
        Assert.Equal("compile", error?.Kind);
        Assert.Contains("CS0103", error?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_using_after_code_is_CS1529() =>
        Assert.Contains("CS1529", (await _cells.RunAsync("var x = 1;\nusing System.IO;"))?.Message, StringComparison.Ordinal);

    [Fact]
    public async Task An_extension_method_in_a_cell_is_CS1109() =>
        Assert.Contains("CS1109", (await _cells.RunAsync("static class E { public static int Twice(this int x) => 2 * x; }"))?.Message, StringComparison.Ordinal);

    [Fact]
    public async Task CSharp_14_is_understood()
    {
        var shown = await _cells.ShowAsync("class C { public int N { get => field; set => field = value + 1; } }\nnew C { N = 1 }.N");
        Assert.Contains("2", Assert.Single(shown)["text/html"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1 + 1", true)]
    [InlineData("Math.Abs(1);", false)]
    [InlineData("var x = 1;\nx", true)]
    [InlineData("Console.Write(\"\")", false)]
    [InlineData("await Task.Delay(1)", false)]
    [InlineData("await Task.FromResult(1)", true)]
    [InlineData("(string)null", true)]
    [InlineData("display(1)", true)]
    public async Task A_trailing_expression_without_semicolon_is_shown_once(string code, bool shown) =>
        Assert.Equal(shown ? 1 : 0, (await _cells.ShowAsync(code)).Count);

    [Fact]
    public async Task Strings_are_plain_text_and_other_values_html()
    {
        Assert.Equal("a<b", Assert.Single(await _cells.ShowAsync("\"a<b\""))["text/plain"]);
        Assert.StartsWith("<div class=\"dni-plaintext\"><pre>[ 1, 2 ]", Assert.Single(await _cells.ShowAsync("new[] { 1, 2 }"))["text/html"], StringComparison.Ordinal);
        Assert.Contains("dni-treeview", Assert.Single(await _cells.ShowAsync("new { A = 1 }"))["text/html"], StringComparison.Ordinal);
        Assert.Equal("<b>x</b>", Assert.Single(await _cells.ShowAsync("HTML(\"<b>x</b>\")"))["text/html"]);
    }

    [Fact]
    public async Task Display_helpers_need_no_using()
    {
        var shown = await _cells.ShowAsync("display(\"a\"); \"b\".Display(); 3.Display(\"text/plain\"); \"aGk=\".DisplayAs(\"image/png\");");
        Assert.Equal(["text/plain", "text/plain", "text/plain", "image/png"], shown.Select(d => Assert.Single(d).Key));
    }

    [Fact]
    public async Task An_update_names_the_display_it_replaces()
    {
        await _cells.ShowAsync("var d = display(\"a\");");
        Assert.Null(await _cells.RunAsync("d.Update(\"b\");"));
        var shown = Assert.Single(_cells.Events.OfType<Displayed>());
        var update = Assert.Single(_cells.Events.OfType<DisplayUpdated>());
        Assert.Equal((shown.Id, "b"), (update.Id, update.Data["text/plain"]));
    }

    [Fact]
    public async Task A_question_to_the_person_gets_a_sentence()
    {
        var error = await _cells.RunAsync("var answer = await GetInputAsync(\"your name\");");
        Assert.Contains("has nobody to ask: take the value from an environment variable or a file instead of asking for your name.", error?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_library_shows_by_the_engines_formatters_is_shown_here()
    {
        Library.Compile(_folder.Path, "Shower", "using System; public static class Shower { public static void Show() => DisplayExtensions.Display(5, \"text/plain\"); }");
        Assert.Equal("5", Assert.Single(await _cells.ShowAsync("#r \"Shower.dll\"\nShower.Show();"))["text/plain"]);
    }

    [Fact]
    public async Task A_failed_cell_keeps_what_was_assigned_before_the_throw()
    {
        var error = await _cells.RunAsync("var kept = 5;\nthrow new InvalidOperationException(\"no\");\nkept = 6;");
        Assert.Equal("runtime", error?.Kind);
        Assert.Equal(5, _cells.Session.Value("kept"));
        Assert.Contains("5", Assert.Single(await _cells.ShowAsync("kept"))["text/html"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_compile_error_points_to_the_cells_own_line()
    {
        var error = await _cells.RunAsync("var a = 1;\n\nint b = \"text\";");
        Assert.Equal(("compile", 3, "int b = \"text\";"), (error?.Kind, error?.Line, error?.Code));
    }

    [Fact]
    public async Task A_runtime_error_points_to_the_cells_own_line_and_through_other_cells()
    {
        await _cells.ShowAsync("void Fail()\n{\n    throw new InvalidOperationException(\"no\", new ArgumentException(\"because\"));\n}");
        var error = await _cells.RunAsync("// calls\nFail();");
        Assert.Equal(("runtime", 3), (error?.Kind, error?.Line));
        Assert.Equal("System.InvalidOperationException: no\ncaused by System.ArgumentException: because", error?.Message);
        Assert.Equal(["main.dib, cell 1, line 3", "main.dib, cell 2, line 2"], error?.Stack);
    }

    [Fact]
    public async Task An_unknown_magic_command_gets_a_sentence()
    {
        var error = await _cells.RunAsync("var x = 1;\n#!frobnicate now");
        Assert.Equal(("magic", 2, "main.dib, cell 1, line 2: the magic command #!frobnicate is not known here."), (error?.Kind, error?.Line, error?.Message));
    }

    [Fact]
    public async Task Another_language_gets_a_sentence()
    {
        var error = await _cells.RunAsync("let x = 1", "fsharp");
        Assert.Equal("language", error?.Kind);
        Assert.StartsWith("main.dib, cell 1, line 1: cells in fsharp cannot be run here", error?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Broken_json_in_an_output_fails_the_cell()
    {
        var error = await _cells.RunAsync("HTML(\"<script type='application/json' data-report='n'>{oops</script>\")");
        Assert.Contains("data-report=\"n\" does not hold valid JSON", error?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neither_the_compiler_nor_the_runner_is_in_scope()
    {
        Assert.Contains("CS0234", (await _cells.RunAsync("Microsoft.CodeAnalysis.Compilation c = null;"))?.Message, StringComparison.Ordinal);
        Assert.Contains("CS0103", (await _cells.RunAsync("Markdig.Markdown.ToHtml(\"x\")"))?.Message, StringComparison.Ordinal);
        Assert.Contains("CS0122", (await _cells.RunAsync("MathSymbols.Notebooks.Format.NotebookParser.Parse(\"\")"))?.Message, StringComparison.Ordinal);
    }
}
