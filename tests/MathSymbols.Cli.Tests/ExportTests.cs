using System.Text.Json;
using System.Text.Json.Nodes;
using MathSymbols.Runtime;
using MathSymbols.Tests.Support;
using Xunit;

namespace MathSymbols.Cli.Tests;

/// <summary>A real notebook run to .ipynb, then made a page again.</summary>
public sealed class ExportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_report_written_as_a_notebook_becomes_a_page_again_with_its_charts_even_when_their_script_was_cleared()
    {
        await RunAsync("report", "--notebook", "05", "--out", _folder["run"], "--work", _folder["work"], "--to", "ipynb");
        Assert.Equal(["05-evaluation.ipynb", "report.json"], Directory.GetFiles(_folder["run"]).Select(Path.GetFileName).Order());
        var notebook = JsonNode.Parse(await File.ReadAllTextAsync(_folder["run", "05-evaluation.ipynb"], TestContext.Current.CancellationToken))!;
        var outputs = notebook["cells"]!.AsArray().Where(c => c!["outputs"] is not null).SelectMany(c => c!["outputs"]!.AsArray()).Where(o => o!["data"] is not null).ToList();
        Assert.All(outputs, o => Assert.NotNull(o!["data"]!["text/plain"]));
        Assert.True(outputs.Count(o => o!["data"]!["image/png"] is not null) >= 3);

        foreach (var cell in notebook["cells"]!.AsArray().Where(c => c!["outputs"]?.ToJsonString().Contains("data-once=\\u0022plotly", StringComparison.Ordinal) == true)) cell!["outputs"] = new JsonArray();
        await File.WriteAllTextAsync(_folder["hand.ipynb"], notebook.ToJsonString(), TestContext.Current.CancellationToken);
        Assert.DoesNotContain("data-once=\\u0022plotly", notebook.ToJsonString(), StringComparison.Ordinal);
        await RunAsync("export", _folder["hand.ipynb"], "--out", _folder["page"]);
        var page = await File.ReadAllTextAsync(_folder["page", "index.html"], TestContext.Current.CancellationToken);
        var script = page.IndexOf("<script data-once=\"plotly-", StringComparison.Ordinal);
        Assert.InRange(script, 0, page.IndexOf(">mathSymbolsChart(\"", StringComparison.Ordinal));
        Assert.Equal(script, page.LastIndexOf("<script data-once=\"plotly-", StringComparison.Ordinal));

        using var report = JsonDocument.Parse(await File.ReadAllTextAsync(_folder["page", "report.json"], TestContext.Current.CancellationToken));
        Assert.Equal(report.RootElement.GetProperty("notebooks")[0].GetProperty("title").GetString(), report.RootElement.GetProperty("title").GetString());
        Assert.Equal(1_018, report.RootElement.GetProperty("notebooks")[0].GetProperty("values").GetProperty("evaluation").GetProperty("images").GetInt64());
    }

    [Fact]
    public async Task A_page_has_the_title_that_is_asked_for_or_the_notebooks_own()
    {
        await File.WriteAllTextAsync(_folder["any.ipynb"], """{"nbformat":4,"nbformat_minor":5,"metadata":{},"cells":[{"cell_type":"markdown","id":"a","metadata":{},"source":"# Some others"}]}""", TestContext.Current.CancellationToken);
        Assert.Equal("Some others", await TitleAsync([_folder["any.ipynb"]]));
        Assert.Equal("Report", await TitleAsync([_folder["any.ipynb"], _folder["any.ipynb"]]));
        Assert.Equal("Mine", await TitleAsync([_folder["any.ipynb"], "--title", "Mine"]));
    }

    [Fact]
    public async Task A_notebook_converted_there_and_back_is_the_same_byte_for_byte()
    {
        var dib = Path.Combine(SolutionFolder.Find()!, "notebooks", "05-evaluation.dib");
        await RunAsync("convert", dib, _folder["there.ipynb"]);
        await RunAsync("convert", _folder["there.ipynb"], _folder["back.dib"]);
        Assert.Equal(await File.ReadAllTextAsync(dib, TestContext.Current.CancellationToken), await File.ReadAllTextAsync(_folder["back.dib"], TestContext.Current.CancellationToken));
    }

    private async Task<string?> TitleAsync(string[] arguments)
    {
        await RunAsync(["export", .. arguments, "--out", _folder["titled"]]);
        return (string?)JsonNode.Parse(await File.ReadAllTextAsync(_folder["titled", "report.json"], TestContext.Current.CancellationToken))!["title"];
    }

    private static async Task RunAsync(params string[] arguments)
    {
        var (code, output, error) = await MathSymbolsProcess.RunAsync(arguments, folder: SolutionFolder.Find(), cancellation: TestContext.Current.CancellationToken);
        Assert.True(code == ExitCode.Success, output + error);
    }
}
