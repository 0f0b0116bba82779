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
    public async Task A_circle_of_imports_ends()
    {
        _folder.Write("a.cs", "#!import a.cs");
        Assert.Contains("round in circles", (await _cells.RunAsync("#!import a.cs"))?.Message, StringComparison.Ordinal);
    }
}
