using System.Diagnostics;
using MathSymbols.Notebooks.Format;
using MathSymbols.Notebooks.Format.Ipynb;
using MathSymbols.Notebooks.Tests.Support;

namespace MathSymbols.Notebooks.Tests.Ipynb;

/// <summary>Jupyter's own programs judge what is written; without them (Debian: jupyter-nbconvert) these tests are skipped.</summary>
[Collection(SavedRunGroup.Name)]
public sealed class JupyterTests(SavedRunFixture saved) : IDisposable
{
    private const string Convert = "/usr/bin/jupyter-nbconvert";
    private const string Python = "/usr/bin/python3";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_formats_own_schema_accepts_what_is_converted_and_what_has_run()
    {
        NeedJupyter();
        var kinds = NotebookParser.Parse("#!meta\n{\"kernelInfo\":{\"defaultKernelName\":\"fsharp\",\"items\":[{\"aliases\":[],\"name\":\"raw\"}]}}\n#!markdown\n# A\n#!raw\ntext\n#!html\n<b>x</b>\n#!value\n{}\n#!csharp\n1\n#!csharp\n1");
        var converted = _folder.Write("converted.ipynb", IpynbWriter.Write(IpynbNotebook.Of(kinds)));
        var (code, output) = await RunAsync(Python, "-c", "import json, sys, nbformat\nfor f in sys.argv[1:]: nbformat.validate(json.load(open(f)))\nprint('valid')", converted, saved.IpynbPath);
        Assert.True((code, output.TrimEnd()) == (0, "valid"), output);
    }

    [Fact]
    public async Task Nbconvert_shows_texts_displays_and_errors()
    {
        NeedJupyter();
        var (code, output) = await RunAsync(Convert, "--to", "html", "--template", "basic", "--stdout", saved.IpynbPath);
        Assert.True(code == 0, output);
        string[] pieces = ["Figures", "first\nlines", "The &lt;first&gt;", "new", "muted", "<p>2</p>", "<b id=\"cell\">html</b>", "System.InvalidOperationException: on purpose"];
        var at = 0;
        foreach (var piece in pieces)
        {
            var found = output.IndexOf(piece, at, StringComparison.Ordinal);
            Assert.True(found >= 0, $"{piece} is not there, or not in its place.");
            at = found;
        }
    }

    [Fact]
    public async Task What_Jupyter_writes_again_gives_the_same_page()
    {
        NeedJupyter();
        var (code, output) = await RunAsync(Convert, "--to", "notebook", "--stdout", saved.IpynbPath);
        Assert.True(code == 0, output);
        var again = IpynbFile.Parse(output[output.IndexOf('{', StringComparison.Ordinal)..]);
        Assert.Equal(IpynbWriter.Write(IpynbFile.Load(saved.IpynbPath)), IpynbWriter.Write(again));
    }

    private static void NeedJupyter() => Assert.SkipUnless(File.Exists(Convert), "jupyter-nbconvert is not installed, so Jupyter cannot judge the notebooks.");

    private static async Task<(int ExitCode, string Output)> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, process.ExitCode == 0 ? await output : await output + await error);
    }
}
