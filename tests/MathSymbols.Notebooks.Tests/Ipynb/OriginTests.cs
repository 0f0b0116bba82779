using System.Text.Json.Nodes;
using MathSymbols.Notebooks.Format;
using MathSymbols.Notebooks.Format.Ipynb;
using MathSymbols.Notebooks.Tests.Support;

namespace MathSymbols.Notebooks.Tests.Ipynb;

/// <summary>A .dib file that was an .ipynb file, and was edited since.</summary>
public class OriginTests
{
    private const string Ipynb = """
        {"nbformat":4,"nbformat_minor":5,"metadata":{"kernelspec":{"name":"python3","display_name":"P","language":"python"},"authors":["me"]},"cells":[
          {"cell_type":"code","id":"one","metadata":{"tags":["1"]},"execution_count":1,"outputs":[],"source":"\none"},
          {"cell_type":"markdown","id":"none","metadata":{},"source":""},
          {"cell_type":"code","id":"two","metadata":{"tags":["2"]},"execution_count":2,"outputs":[],"source":"two\n"}]}
        """;

    private static string Dib => NotebookWriter.Write(IpynbFile.Parse(Ipynb).Notebook);

    private static JsonNode Back(string dib) => JsonNode.Parse(IpynbWriter.Write(IpynbNotebook.Of(NotebookParser.Parse(dib))))!;

    private static string Cells(string dib) =>
        string.Join(", ", Back(dib)["cells"]!.AsArray().Select(c => $"{((string)c!["id"]! is { Length: < 8 } id ? id : "new")} {c["metadata"]!["tags"]?.ToJsonString()} {string.Concat(c["source"]!.AsArray().Select(l => (string?)l)).Replace('\n', '/')}"));

    [Fact]
    public void Unedited_it_is_as_it_was() => Assert.Equal("one [\"1\"] /one, none  , two [\"2\"] two/", Cells(Dib));

    [Fact]
    public void A_cell_edited_in_its_place_keeps_its_id_and_tags() =>
        Assert.Equal("one [\"1\"] other, none  , two [\"2\"] two/", Cells(Dib.Replace("\none\n", "\nother\n", StringComparison.Ordinal)));

    [Fact]
    public void A_cell_put_in_is_new_and_the_others_are_as_they_were() =>
        Assert.Equal("one [\"1\"] /one, new  between, none  , two [\"2\"] two/", Cells(Dib.Replace("\none\n", "\none\n\n#!python\n\nbetween\n", StringComparison.Ordinal)));

    [Fact]
    public void A_cell_taken_out_takes_its_own_with_it() =>
        Assert.Equal("none  , two [\"2\"] two/", Cells(Dib.Replace("#!python\n\n\none\n", "", StringComparison.Ordinal).Replace("#!python\n\n\n\none\n", "", StringComparison.Ordinal)));

    [Fact]
    public void Other_kernels_take_the_place_of_the_kept_ones_and_the_rest_stays()
    {
        var back = Back(Dib.Replace("python\",\"items", "csharp\",\"items", StringComparison.Ordinal));
        Assert.Equal((".net-csharp", "[\"me\"]"), ((string?)back["metadata"]!["kernelspec"]!["name"], back["metadata"]!["authors"]!.ToJsonString()));
        Assert.Equal("python", (string?)back["cells"]![0]!["metadata"]!["polyglot_notebook"]!["kernelName"]);
    }

    [Fact]
    public void The_kernel_of_another_language_is_not_claimed_to_be_CSharp() =>
        Assert.Null(Back("#!meta\n{\"kernelInfo\":{\"defaultKernelName\":\"python\",\"items\":[]}}\n#!python\n1")["metadata"]!["kernelspec"]);

    [Theory]
    [InlineData("7")]
    [InlineData("{\"cells\":7,\"metadata\":[]}")]
    [InlineData("{\"cells\":[null,7,{\"hash\":7,\"id\":[],\"metadata\":1,\"source\":{}},{\"cell_type\":\"heading\"}]}")]
    [InlineData("{\"metadata\":{\"a\":1,\"a\":\"\\ud800\"}}")]
    public void A_header_of_no_known_shape_is_passed_over(string origin) =>
        Assert.Equal("1", (string?)Back($"#!meta\n{{\"kernelInfo\":{{\"defaultKernelName\":\"csharp\",\"items\":[]}},\"ipynb\":{origin}}}\n#!csharp\n1")["cells"]!.AsArray().Single(c => c!["source"]!.AsArray().Count > 0)!["source"]![0]);

    [Fact]
    public async Task Convert_says_what_is_not_kept()
    {
        using var folder = new TempFolder();
        static string Notebook(string source, string outputs, string metadata) => $$"""{"nbformat":4,"nbformat_minor":5,"metadata":{},"cells":[{"cell_type":"code","id":"a","metadata":{{{metadata}}},"execution_count":1,"outputs":[{{outputs}}],"source":"{{source}}"}]}""";
        var deep = "\"deep\":" + new string('[', 60) + new string(']', 60);
        foreach (var (name, text, says) in new[]
        {
            ("nothing", Notebook("1", "", "\"tags\":[]"), ""),
            ("outputs", Notebook("1", "{\"output_type\":\"stream\",\"name\":\"stdout\",\"text\":\"x\"}", ""), "Its outputs are not kept: a .dib file holds none."),
            ("marker", Notebook("1\\n#!html\\nx", "", ""), "Converted back it will not be the same from cell 1 on: a line of that cell starts a new cell in a .dib file."),
            ("deep", Notebook("1", "", deep), "Some of its metadata are not kept: they are nested too deep for a .dib file's header, name something twice, or are no valid Unicode."),
        })
        {
            var to = Path.Combine(folder.Path, $"{name}.dib");
            var result = await Runner.RunAsync("convert", folder.Write($"{name}.ipynb", text), to);
            Assert.Equal((0, "", $"{to}: 1 cell\n{says}".TrimEnd()), (result.ExitCode, result.Error, result.Output.ReplaceLineEndings("\n").TrimEnd()));
        }
    }
}
