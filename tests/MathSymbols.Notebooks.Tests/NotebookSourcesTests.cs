using MathSymbols.Notebooks.Tests.Support;
using MathSymbols.Notebooks.Watching;

namespace MathSymbols.Notebooks.Tests;

public sealed class NotebookSourcesTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string[] Of(string name) => [.. NotebookSources.Of(Path.Combine(_folder.Path, name)).Select(f => Path.GetRelativePath(_folder.Path, f).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    [Fact]
    public void A_notebook_depends_on_itself_what_it_imports_and_loads_and_the_libraries_with_what_lies_beside_them()
    {
        _folder.Write("bin/a.dll", "");
        _folder.Write("bin/deep/b.dll", "");
        _folder.Write("bin/readme.txt", "");
        _folder.Write("setup.dib", "#!csharp\r\n  #r \"bin/a.dll\"\r\n#r \"nuget: Some.Package, 1.0\"\r\n#!import more.cs\r\n");
        _folder.Write("more.cs", "#load \"loaded.csx\"\n// #!import no.dib\n");
        _folder.Write("n.dib", "#!csharp\n#!import setup.dib\n#!import \"with space.dib\"\nvar text = \"#r\";");
        Assert.Equal(["bin/a.dll", "bin/deep/b.dll", "loaded.csx", "more.cs", "n.dib", "setup.dib", "with space.dib"], Of("n.dib"));
    }

    [Fact]
    public void What_an_ipynb_notebook_imports_is_found_in_its_cells()
    {
        _folder.Write("n.ipynb", """{"cells":[{"cell_type":"code","metadata":{},"outputs":[],"source":["#!import more.ipynb\n","#r \"bin/a.dll\"\n","1"]}],"metadata":{},"nbformat":4,"nbformat_minor":5}""");
        _folder.Write("more.ipynb", """{"cells":[{"cell_type":"code","metadata":{},"outputs":[],"source":"#!import setup.dib"}],"metadata":{},"nbformat":4,"nbformat_minor":5}""");
        Assert.Equal(["bin/a.dll", "more.ipynb", "n.ipynb", "setup.dib"], Of("n.ipynb"));
        _folder.Write("more.ipynb", "{\"cells\":");
        Assert.Equal(["bin/a.dll", "more.ipynb", "n.ipynb"], Of("n.ipynb"));
    }

    [Fact]
    public void A_name_that_no_file_can_have_is_left_out()
    {
        _folder.Write("n.dib", "#r \"a\0b.dll\"\n#!import c\0\n#!import d.dib");
        Assert.Equal(["d.dib", "n.dib"], Of("n.dib"));
    }

    [Fact]
    public void Imports_in_a_circle_end()
    {
        _folder.Write("a.dib", "#!import b.dib");
        _folder.Write("b.dib", "#!import a.dib");
        Assert.Equal(["a.dib", "b.dib"], Of("a.dib"));
    }

    [Fact]
    public async Task An_edit_however_it_is_made_touches_the_notebooks_that_use_the_file()
    {
        string[] notebooks = [_folder.Write("a.dib", "1"), _folder.Write("b.dib", "#!import setup.dib"), _folder.Write("c.dib", "#!import setup.dib")];
        var files = new WatchedFiles(notebooks, TimeSpan.FromMilliseconds(20));
        Task<int> Next() => files.ChangedAsync(TestContext.Current.CancellationToken);

        _folder.Write("c.dib", "#!import setup.dib\n2");
        Assert.Equal(2, await Next());
        _folder.Write("setup.dib", "3");
        Assert.Equal(1, await Next());
        File.Move(_folder.Write("a.tmp", "4 changed"), notebooks[0], overwrite: true);
        Assert.Equal(0, await Next());

        // The same saved again is no edit.
        File.SetLastWriteTimeUtc(notebooks[0], DateTime.UtcNow.AddHours(1));
        File.Delete(notebooks[1]);
        Assert.Equal(1, await Next());
    }
}
