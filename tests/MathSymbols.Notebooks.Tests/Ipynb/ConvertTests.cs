using MathSymbols.Notebooks.Tests.Support;

namespace MathSymbols.Notebooks.Tests.Ipynb;

public sealed class ConvertTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string File(string name) => Path.Combine(_folder.Path, name);

    [Fact]
    public async Task There_and_back_is_the_same_file_and_nothing_is_replaced_unasked()
    {
        const string Text = "#!meta\n\n{\"kernelInfo\":{\"defaultKernelName\":\"csharp\",\"items\":[{\"aliases\":[\"x\"],\"languageName\":\"C#\",\"name\":\"csharp\"}]}}\n\n#!markdown\n\n# A\n\n#!csharp\n\n1 + 1\n";
        var dib = _folder.Write("a.dib", Text);
        Assert.Equal((0, ""), await ConvertAsync(dib, File("a.ipynb")));
        Assert.Equal((0, ""), await ConvertAsync(File("a.ipynb"), File("b.dib")));
        Assert.Equal(Text, await System.IO.File.ReadAllTextAsync(File("b.dib"), TestContext.Current.CancellationToken));

        Assert.Equal((2, $"{File("a.ipynb")} exists already, maybe with outputs; --overwrite replaces it."), await ConvertAsync(dib, File("a.ipynb")));
        Assert.Equal((0, ""), await ConvertAsync(dib, File("a.ipynb"), "--overwrite"));
    }

    [Fact]
    public async Task What_cannot_be_converted_gets_one_sentence()
    {
        var broken = _folder.Write("broken.ipynb", "{\"nbformat\":4,");
        Assert.Equal((2, "broken.ipynb: this is not an .ipynb notebook: its JSON is broken on line 1."), await ConvertAsync(broken, File("x.dib")));
        Assert.Equal((2, $"convert wants a .dib and an .ipynb file, not {broken} and x.txt."), await ConvertAsync(broken, "x.txt"));
        Assert.Equal((2, $"The notebook {File("no.dib")} does not exist."), await ConvertAsync(File("no.dib"), File("no.ipynb")));
        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    private static async Task<(int ExitCode, string Error)> ConvertAsync(params string[] arguments)
    {
        var result = await Runner.RunAsync(["convert", .. arguments]);
        return (result.ExitCode, result.Error.TrimEnd());
    }
}
