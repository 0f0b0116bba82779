using MathSymbols.Notebooks.Events;
using MathSymbols.Notebooks.Tests.Support;

namespace MathSymbols.Notebooks.Tests;

[Collection("kernel")]
public sealed class MagicCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Cells _cells;

    public MagicCommandTests() => _cells = new Cells(_folder);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("#!set --value 5", "'--name' is required")]
    [InlineData("#!set --name x --value 1 --frob 2", "#!set has no option --frob.")]
    [InlineData("#!set --name x --value a --value b", "expects a single argument")]
    [InlineData("#!set --name class --value 5", "class cannot be the name of a variable.")]
    [InlineData("#!set --name ot\uFEFFher --value 5", "cannot be the name of a variable.")]
    [InlineData("#!set --name x --value @nowhere:y", "there is no kernel nowhere here")]
    [InlineData("#!set --name x --value @csharp:y", "the kernel csharp has no value y.")]
    [InlineData("#!set --name x --value @input", "there is nobody to ask")]
    [InlineData("#!share y", "'--from' is required")]
    [InlineData("#!share --from csharp", "#!share wants the name of the value.")]
    [InlineData("#!share y --from value", "the kernel value has no value y.")]
    [InlineData("#!value --name v", "#!value has no text below it.")]
    [InlineData("#!value --name v --from-url http://localhost/x", "http://localhost/x is not fetched here")]
    [InlineData("#!value --name v --from-file nowhere.txt", "nowhere.txt cannot be read")]
    [InlineData("#!import", "#!import wants the file to import.")]
    [InlineData("#!import notes.txt", "does not exist")]
    [InlineData("#!connect jupyter", "the magic command #!connect is not known here.")]
    [InlineData("#!pwsh\nGet-Date", "cells in pwsh cannot be run here")]
    public async Task A_wrong_command_gets_a_sentence_with_file_and_line(string command, string says)
    {
        var error = await _cells.RunAsync("Console.Write(\"\");\n" + command);
        Assert.StartsWith("main.dib, cell 1, line ", error?.Message, StringComparison.Ordinal);
        Assert.Contains(says, error?.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", error?.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error!.Message);
    }

    [Fact]
    public async Task Nothing_of_a_cell_runs_when_one_of_its_commands_is_wrong()
    {
        Assert.Equal(("magic", 2), (await _cells.RunAsync("\"shown\".Display();\n#!frobnicate") is { } e) ? (e.Kind, e.Line) : default);
        Assert.Empty(_cells.Events.OfType<Displayed>());
    }

    [Fact]
    public async Task A_variable_of_any_type_is_shared_as_the_same_object()
    {
        await _cells.ShowAsync("class Own<T> { public class Inner; } var list = new Dictionary<string, int[,]>(); var own = new Own<int>.Inner(); var nameless = new { A = 1 };");
        await _cells.ShowAsync("#!share list --from csharp --as list2\n#!share own --from csharp --as own2\n#!share nameless --from csharp --as nameless2\nlist2.Clear();");
        Assert.Equal("True", Assert.Single(await _cells.ShowAsync("(object.ReferenceEquals(list, list2) && object.ReferenceEquals(own, own2) && object.ReferenceEquals(nameless, nameless2)).ToString()"))["text/plain"]);
        Assert.Equal(typeof(Dictionary<string, int[,]>), _cells.Session.Variables.Single(v => v.Name == "list2").Type);
    }

    [Fact]
    public async Task The_page_gets_a_diagram_as_text_and_asks_the_network_for_nothing()
    {
        Assert.Null(await _cells.RunAsync("graph TD; A-->B<C>", "mermaid"));
        var html = Assert.Single(_cells.Events.OfType<Displayed>()).Data["text/html"];
        Assert.Contains("A--&gt;B&lt;C&gt;</pre>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("http", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_that_is_no_JSON_gets_a_sentence()
    {
        await _cells.ShowAsync("var odd = new Dictionary<object, int> { [new object()] = 1 }; var nothing = (string)null; var nan = double.NaN;");
        foreach (var name in (string[])["odd", "nothing", "nan"])
        {
            var error = await _cells.RunAsync($"#!set --name copy --value @csharp:{name}");
            Assert.True(error is null or { Kind: "magic" }, error?.Message);
        }
    }

    [Fact]
    public async Task Variables_and_commands_can_be_listed()
    {
        await _cells.ShowAsync("var first = 1; var second = \"<two>\";");
        Assert.Contains("[ first, second ]", Assert.Single(await _cells.ShowAsync("#!who"))["text/html"], StringComparison.Ordinal);
        var table = Assert.Single(await _cells.ShowAsync("#!whos"))["text/html"];
        Assert.Contains("System.Int32", table, StringComparison.Ordinal);
        Assert.Contains("&lt;two&gt;", table, StringComparison.Ordinal);
        Assert.Contains("#!share", Assert.Single(await _cells.ShowAsync("#!lsmagic"))["text/html"], StringComparison.Ordinal);
        Assert.Contains(".NET", Assert.Single(await _cells.ShowAsync("#!about"))["text/html"], StringComparison.Ordinal);
    }
}
