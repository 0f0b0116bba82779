using MathSymbols.Notebooks.Tests.Support;

namespace MathSymbols.Notebooks.Tests;

[Collection("kernel")]
public sealed class ImportTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Cells _cells;

    public ImportTests() => _cells = new Cells(_folder);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Nested_imports_are_relative_to_the_main_notebook()
    {
        _folder.Write("sub/outer.dib", "#!csharp\nusing System.IO;\n#!import inner.cs\nint Outer() => Inner() + 1;");
        _folder.Write("inner.cs", "int Inner() => 41;");
        var shown = await _cells.ShowAsync("#!import \"sub/outer.dib\"\nusing System.Globalization;\nPath.GetFileName(\"a/\" + Outer())");
        Assert.Equal("42", Assert.Single(shown)["text/plain"]);
    }

    [Fact]
    public async Task A_missing_file_gets_a_sentence()
    {
        var error = await _cells.RunAsync("\n#!import nowhere.dib");
        Assert.Equal(("magic", 2), (error?.Kind, error?.Line));
        Assert.Contains("nowhere.dib, does not exist", error?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_in_an_imported_file_names_it()
    {
        _folder.Write("setup.dib", "var fine = 1;\n#!csharp\n\nint bad = \"x\";");
        var error = await _cells.RunAsync("#!import setup.dib");
        Assert.Equal(("compile", "setup.dib, cell 2", 1, "int bad = \"x\";"), (error?.Kind, error?.File, error?.Line, error?.Code));
    }

    [Fact]
    public async Task An_exception_in_an_imported_file_fails_the_cell_and_says_that_the_engine_would_not_have()
    {
        _folder.Write("inner.cs", "var kept = 1;\nthrow new InvalidOperationException(\"no\");");
        _folder.Write("outer.dib", "#!csharp\n\n#!import inner.cs");
        var error = await _cells.RunAsync("#!import outer.dib");
        Assert.Equal(("runtime", "inner.cs", 2), (error?.Kind, error?.File, error?.Line));
        Assert.Equal("System.InvalidOperationException: no\n(The notebook engine would have swallowed this without a word, since it happened in an imported file.)", error?.Message);
        Assert.Equal(1, _cells.Session.Value("kept"));
    }

    [Fact]
    public async Task What_an_imported_file_declares_and_the_notebook_calls_fails_as_anywhere()
    {
        _folder.Write("inner.cs", "void Fail()\n{\n    throw new InvalidOperationException(\"no\");\n}");
        var error = await _cells.RunAsync("#!import inner.cs\nFail();");
        Assert.Equal(("System.InvalidOperationException: no", "inner.cs", 3), (error?.Message, error?.File, error?.Line));
        Assert.Equal(["inner.cs, line 3", "main.dib, cell 1, line 2"], error?.Stack);
    }

    [Fact]
    public async Task Cells_of_an_imported_notebook_are_shown_in_their_order()
    {
        _folder.Write("part.dib", "#!markdown\n# Part\n#!html\n<b>1</b>\n#!value\n#!value --name note\nkept\n#!csharp\n\"last\"");
        var shown = await _cells.ShowAsync("#!import part.dib");
        Assert.Equal(["text/markdown # Part", "text/html <b>1</b>", "text/plain kept", "text/plain last"], shown.Select(d => $"{d.Single().Key} {d.Single().Value}"));
    }

    [Fact]
    public async Task A_wrong_command_in_an_imported_file_names_that_file()
    {
        _folder.Write("part.dib", "#!csharp\n1\n#!csharp\n\n#!frobnicate");
        var error = await _cells.RunAsync("#!import part.dib");
        Assert.Equal(("part.dib, cell 2", 1, "part.dib, cell 2, line 1: the magic command #!frobnicate is not known here."), (error?.File, error?.Line, error?.Message));
    }

    [Fact]
    public async Task A_circle_of_imports_ends()
    {
        _folder.Write("a.cs", "#!import a.cs");
        Assert.Contains("round in circles", (await _cells.RunAsync("#!import a.cs"))?.Message, StringComparison.Ordinal);
    }
}
