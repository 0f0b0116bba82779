using System.Text.Json.Nodes;
using MathSymbols.Notebooks.Tests.Support;

namespace MathSymbols.Notebooks.Tests.Ipynb;

public sealed class RunIpynbTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_ipynb_notebook_runs_like_a_dib_one_and_is_not_written_over()
    {
        const string Cells = """
            {"cell_type":"raw","id":"first","metadata":{},"source":"neither run nor shown as code"},
            {"cell_type":"code","execution_count":5,"metadata":{"tags":["kept"]},"source":"Console.WriteLine(6 * 7);","outputs":[{"output_type":"stream","name":"stdout","text":"stale"}]},
            {"cell_type":"code","execution_count":null,"metadata":{},"source":"#!html\n<b>x</b>","outputs":[]}
            """;
        var text = "{\"nbformat\":4,\"nbformat_minor\":4,\"metadata\":{\"kernelspec\":{\"name\":\".net-csharp\"}},\"cells\":[" + Cells + "]}";
        var path = _folder.Write("a.ipynb", text);
        var result = await Runner.RunAsync("run", path, "--out", _folder.Path, "--to", "ipynb");
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal(text, await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
        Assert.Equal(["a-2.ipynb", "a.ipynb", "report.json"], Directory.GetFiles(_folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        var cells = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(_folder.Path, "a-2.ipynb"), TestContext.Current.CancellationToken))!["cells"]!;
        Assert.Equal("[\"42\\n\"]", cells[1]!["outputs"]![0]!["text"]!.ToJsonString());
        Assert.Equal(("raw", "[\"#!html\\n\",\"\\u003Cb\\u003Ex\\u003C/b\\u003E\"]"), ((string?)cells[0]!["cell_type"], cells[2]!["source"]!.ToJsonString()));
        Assert.Equal(("first", "[\"kept\"]"), ((string?)cells[0]!["id"], cells[1]!["metadata"]!["tags"]!.ToJsonString()));
        Assert.NotNull(cells[1]!["metadata"]!["notebook_runner"]!["seconds"]);
    }
}
