using MathSymbols.Notebooks.Events;
using MathSymbols.Notebooks.Tests.Support;

namespace MathSymbols.Notebooks.Tests;

/// <summary>An error points to the line that the person wrote, wherever it is thrown.</summary>
[Collection("kernel")]
public sealed class ErrorPlaceTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Cells _cells;

    public ErrorPlaceTests() => _cells = new Cells(_folder);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("\nFunc<int> f = () =>\n    throw new Exception(\"no\");\nf();", 3)]
    [InlineData("\nasync Task F()\n{\n    await Task.Yield();\n    throw new Exception(\"no\");\n}\nawait F();", 5)]
    [InlineData("async IAsyncEnumerable<int> G()\n{\n    yield return 1;\n    await Task.Yield();\n    throw new Exception(\"no\");\n}\nawait foreach (var g in G()) { }", 5)]
    [InlineData("record R(int X)\n{\n    public int Y => throw new Exception(\"no\");\n}\nvar y = new R(1).Y;", 3)]
    [InlineData("var x = Enumerable.Range(0, 3)\n    .Select(i => 1 / (i - 1))\n    .ToList();", 2)]
    [InlineData("await Task.Run(() =>\n{\n    throw new Exception(\"no\");\n});", 3)]
    [InlineData("Task.Run(() =>\n{\n    throw new Exception(\"no\");\n}).Wait();", 3)]
    [InlineData("1.Display();\n#!time\n\nthrow new Exception(\"no\");", 4)]
    [InlineData("#pragma warning disable CS0168\nint unused;\nthrow new Exception(\"no\");", 3)]
    [InlineData("object o = null;\no.ToString();", 2)]
    public async Task An_exception_points_to_the_line_that_threw(string code, int line)
    {
        var error = await _cells.RunAsync(code);
        Assert.Equal(("runtime", line, code.Split('\n')[line - 1].Trim()), (error?.Kind, error?.Line, error?.Code));
    }

    [Theory]
    [InlineData("1.Display();\n#!time\n\nint x = \"a\";", 4, "CS0029")]
    [InlineData("#!set --name v --value 5\nint x = v;", 2, "CS0029")]
    [InlineData("var ok = 1;\nundefined();", 2, "CS0103")]
    [InlineData("if (true)\n{\n    1.Display();", 3, "CS1513")]
    public async Task A_compile_error_points_to_the_line_below_commands_too(string code, int line, string id)
    {
        var error = await _cells.RunAsync(code);
        Assert.Equal(("compile", line, true), (error?.Kind, error?.Line, error?.Message.Contains(id, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_exception_in_a_loaded_file_shows_its_line()
    {
        _folder.Write("part.csx", "\nint Bad() =>\n    throw new Exception(\"in part\");");
        var error = await _cells.RunAsync("#load \"part.csx\"\nBad();");
        Assert.Equal(("part.csx", 3, "throw new Exception(\"in part\");"), (error?.File, error?.Line, error?.Code));
    }

    [Fact]
    public async Task Warnings_do_not_fail_a_cell_and_errors_by_directive_do()
    {
        Assert.Null(await _cells.RunAsync("#warning careful\nint unused;\n[Obsolete(\"old\")] int Old() => 1;\nOld();"));
        Assert.Contains("CS1029", (await _cells.RunAsync("#error stop"))?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_task_shows_after_its_cell_is_not_lost()
    {
        await _cells.ShowAsync("var gate = new System.Threading.SemaphoreSlim(0);\nvar background = Task.Run(async () => { await gate.WaitAsync(); display(\"late\"); });");
        Assert.Equal("late", Assert.Single(await _cells.ShowAsync("gate.Release();\nawait background;"))["text/plain"]);
    }

    [Fact]
    public async Task A_failed_import_leaves_later_imports_alone()
    {
        _folder.Write("bad.cs", "throw new Exception(\"no\");");
        for (var i = 0; i < 40; i++) Assert.Equal("runtime", (await _cells.RunAsync("#!import bad.cs"))?.Kind);
        _folder.Write("good.cs", "1.Display();");
        Assert.Single(await _cells.ShowAsync("#!import good.cs"));
        Assert.IsType<Displayed>(_cells.Events[0]);
    }
}
