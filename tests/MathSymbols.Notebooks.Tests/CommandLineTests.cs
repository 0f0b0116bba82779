using MathSymbols.Notebooks.Tests.Support;

namespace MathSymbols.Notebooks.Tests;

public sealed class CommandLineTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("nowhere.dib", "does not exist")]
    [InlineData("notes.txt", "is not a .dib or .ipynb notebook")]
    [InlineData("", "")]
    public async Task Bad_arguments_get_one_sentence_and_exit_code_2(string notebook, string says)
    {
        string[] arguments = notebook.Length == 0 ? ["run", "--out", _folder.Path] : ["run", Path.Combine(_folder.Path, notebook), "--out", _folder.Path];
        var result = await Runner.RunAsync(arguments);
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains(says, result.Error, StringComparison.Ordinal);
        Assert.Single(result.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task An_unknown_option_and_a_bad_fact_get_a_sentence()
    {
        var good = _folder.Write("a.dib", "1");
        Assert.Equal(2, (await Runner.RunAsync("run", good, "--out", _folder.Path, "--frob")).ExitCode);
        var fact = await Runner.RunAsync("run", good, "--out", _folder.Path, "--fact", "nothing");
        Assert.Equal((2, "--fact wants NAME=VALUE, not nothing."), (fact.ExitCode, fact.Error.Trim()));
    }

    [Theory]
    [InlineData("--memory", "5", "--memory wants a size with its unit, such as 2GiB or 1500MB, not 5.")]
    [InlineData("--memory", "5MB", "--memory 5MB is less than an empty notebook needs; the least is 192MiB.")]
    [InlineData("--timeout", "0", "--timeout wants seconds, or a duration such as 1m30s, not 0.")]
    [InlineData("--out", "", "--out wants a folder, and was given nothing.")]
    [InlineData("--grace", "soon", "--grace wants seconds, or a duration such as 1m30s, not soon.")]
    public async Task A_value_that_is_none_gets_a_sentence(string option, string value, string says)
    {
        string[] place = option == "--out" ? [] : ["--out", _folder.Path];
        var result = await Runner.RunAsync(["run", _folder.Write("a.dib", "1"), .. place, option, value]);
        Assert.Equal((2, "", says), (result.ExitCode, result.Output, result.Error.Trim()));
    }

    [Fact]
    public async Task Success_is_exit_code_0()
    {
        var result = await Runner.RunAsync("run", _folder.Write("a.dib", "1 + 1"), "--out", Path.Combine(_folder.Path, "new", "out"));
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
    }

    [Fact]
    public async Task A_file_in_the_way_of_the_folder_gets_a_sentence()
    {
        var result = await Runner.RunAsync("run", _folder.Write("a.dib", "1"), "--out", _folder.Write("out", "a file"));
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("is not a folder that can be written to", result.Error, StringComparison.Ordinal);
    }
}
