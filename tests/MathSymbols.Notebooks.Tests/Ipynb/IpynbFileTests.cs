using System.Text.Json.Nodes;
using MathSymbols.Notebooks.Format;
using MathSymbols.Notebooks.Format.Ipynb;

namespace MathSymbols.Notebooks.Tests.Ipynb;

public class IpynbFileTests
{
    private const string Polyglot = "\"language_info\":{\"name\":\"polyglot-notebook\"},\"polyglot_notebook\":{\"kernelInfo\":{\"defaultKernelName\":\"csharp\",\"items\":[{\"aliases\":[\"F#\"],\"name\":\"fsharp\"}]}}";

    private static IpynbNotebook Read(string cells, string metadata = Polyglot, int minor = 5) =>
        IpynbFile.Parse($$"""{"nbformat":4,"nbformat_minor":{{minor}},"metadata":{{{metadata}}},"cells":[{{cells}}]}""");

    private static string Code(string source, string metadata = "", string outputs = "", string count = "null") =>
        $$"""{"cell_type":"code","metadata":{{{metadata}}},"execution_count":{{count}},"outputs":[{{outputs}}],"source":"{{source}}"}""";

    [Fact]
    public void A_written_notebook_names_its_kernels_for_Jupyter_and_for_Polyglot_Notebooks()
    {
        var json = JsonNode.Parse(IpynbWriter.Write(IpynbNotebook.Of(NotebookParser.Parse("#!meta\n{\"kernelInfo\":{\"defaultKernelName\":\"csharp\",\"items\":[{\"aliases\":[\"c#\"],\"languageName\":\"C#\",\"name\":\"csharp\"}]}}\n#!markdown\n# A\n\nb\n#!fsharp\nlet x = 1"))))!;
        Assert.Equal((4, 5), ((int)json["nbformat"]!, (int)json["nbformat_minor"]!));
        Assert.Equal((".net-csharp", ".NET (C#)", "C#"), ((string?)json["metadata"]!["kernelspec"]!["name"], (string?)json["metadata"]!["kernelspec"]!["display_name"], (string?)json["metadata"]!["kernelspec"]!["language"]));
        Assert.Equal("polyglot-notebook", (string?)json["metadata"]!["language_info"]!["name"]);
        Assert.Equal("{\"defaultKernelName\":\"csharp\",\"items\":[{\"aliases\":[\"c#\"],\"languageName\":\"C#\",\"name\":\"csharp\"}]}", json["metadata"]!["polyglot_notebook"]!["kernelInfo"]!.ToJsonString());
        Assert.Equal("[\"# A\\n\",\"\\n\",\"b\"]", json["cells"]![0]!["source"]!.ToJsonString());
        Assert.Equal(("fsharp", "fsharp"), ((string?)json["cells"]![1]!["metadata"]!["dotnet_interactive"]!["language"], (string?)json["cells"]![1]!["metadata"]!["polyglot_notebook"]!["kernelName"]));
    }

    [Fact]
    public void Ids_are_unique_and_a_changed_cell_changes_only_its_own()
    {
        static List<string?> Ids(string text) => [.. JsonNode.Parse(IpynbWriter.Write(IpynbNotebook.Of(NotebookParser.Parse(text))))!["cells"]!.AsArray().Select(c => (string?)c!["id"])];
        var before = Ids("1\n#!csharp\n1\n#!csharp\n2");
        var after = Ids("new\n#!csharp\n1\n#!csharp\n1\n#!csharp\n3");
        Assert.Equal(3, before.Distinct().Count());
        Assert.Equal(before[..2], after[1..3]);
        Assert.DoesNotContain(before[2], after);
    }

    [Theory]
    [InlineData("\"polyglot_notebook\":{\"kernelName\":\"html\"}", "html")]
    [InlineData("\"dotnet_interactive\":{\"language\":\"pwsh\"}", "pwsh")]
    [InlineData("\"polyglot_notebook\":{\"kernelName\":\"F#\"}", "fsharp")]
    [InlineData("\"vscode\":{\"languageId\":\"javascript\"}", "javascript")]
    [InlineData("\"vscode\":{\"languageId\":\"dotnet-interactive.fsharp\"}", "fsharp")]
    [InlineData("\"vscode\":{\"languageId\":\"polyglot-notebook\"}", "csharp")]
    [InlineData("\"tags\":[]", "csharp")]
    public void A_cells_language_is_found_where_each_editor_writes_it(string metadata, string language) =>
        Assert.Equal(language, Assert.Single(Read(Code("x", metadata)).Cells).Cell.Language);

    [Theory]
    [InlineData("\"kernelspec\":{\"name\":\".net-fsharp\",\"language\":\"F#\",\"display_name\":\".NET (F#)\"}", "fsharp")]
    [InlineData("\"kernelspec\":{\"name\":\"python3\",\"language\":\"python\",\"display_name\":\"Python 3\"},\"language_info\":{\"name\":\"python\"}", "python")]
    [InlineData("\"language_info\":{\"name\":\"C#\"}", "csharp")]
    [InlineData("\"kernelInfo\":{\"defaultKernelName\":\"pwsh\",\"items\":[]}", "pwsh")]
    [InlineData("", "csharp")]
    public void The_default_language_is_the_kernels(string metadata, string language)
    {
        var notebook = Read(Code("x"), metadata);
        Assert.Equal((language, language), (notebook.Notebook.DefaultLanguage, notebook.Cells[0].Cell.Language));
    }

    [Theory]
    [InlineData("#!html\\n<b>x</b>", "html", "<b>x</b>")]
    [InlineData("%%html\\n<b>x</b>", "html", "<b>x</b>")]
    [InlineData("#!csharp\\nx", "csharp", "#!csharp\nx")]
    [InlineData("#!time\\nx", "csharp", "#!time\nx")]
    [InlineData("#!html <b>x</b>", "csharp", "#!html <b>x</b>")]
    public void A_first_line_may_name_the_language(string source, string language, string left) =>
        Assert.Equal((language, left), (Read(Code(source)).Cells[0].Cell.Language, Read(Code(source)).Cells[0].Cell.Source));

    [Fact]
    public void Attached_pictures_stand_in_the_text()
    {
        var cell = Read("""{"cell_type":"markdown","metadata":{},"source":["![a](attachment:my%20a.png)\n","![b](attachment:b.png)"],"attachments":{"my a.png":{"image/png":"QUJD\nREVG"},"b.png":{"image/jpeg":"QQ=="}}}""").Cells[0];
        Assert.Equal("![a](data:image/png;base64,QUJDREVG)\n![b](data:image/jpeg;base64,QQ==)", cell.Cell.Source);
    }

    [Theory]
    [InlineData("![d](attachment:p.png 'title')", "![d](data:image/png;base64,QQ== 'title')")]
    [InlineData("<img src='attachment:p.png'><img src=attachment:p.png>", "<img src='data:image/png;base64,QQ=='><img src=data:image/png;base64,QQ==>")]
    [InlineData("![r][ref]\\n\\n[ref]: attachment:p.png", "![r][ref]\n\n[ref]: data:image/png;base64,QQ==")]
    [InlineData("[ref]: attachment:p.png\\nmore, attachment:p.pngs", "[ref]: data:image/png;base64,QQ==\nmore, attachment:p.pngs")]
    public void An_attached_picture_is_found_wherever_it_is_named(string source, string text) =>
        Assert.Equal(text, Read($$$$"""{"cell_type":"markdown","metadata":{},"source":"{{{{source}}}}","attachments":{"p.png":{"image/png":"QQ=="}}}""").Cells[0].Cell.Source);

    [Theory]
    [InlineData(70)]
    [InlineData(900)]
    public void A_deep_output_is_read(int depth)
    {
        var json = Nested(depth);
        var output = "{\"output_type\":\"display_data\",\"metadata\":{},\"data\":{\"application/json\":" + json + "}}";
        var notebook = Read(Code("x", outputs: output));
        Assert.Equal(json, Assert.IsType<IpynbDisplay>(notebook.Cells[0].Outputs[0]).Data["application/json"]);
        Assert.Single(IpynbFile.Parse(IpynbWriter.Write(notebook)).Cells[0].Outputs);
    }

    [Fact]
    public void A_file_that_is_too_deep_is_not_called_broken() =>
        Assert.Equal("this .ipynb notebook is nested more than 1000 deep, which is too deep to read", Assert.Throws<NotebookFormatException>(() => Read(Code("x", $"\"a\":{Nested(1000)}"))).Message);

    [Theory]
    [InlineData("\"\\ud800\"")]
    [InlineData("{\"a\":1,\"a\":2}")]
    public void Json_that_cannot_be_written_as_such_is_written_as_text(string json)
    {
        var written = IpynbOutputs.Write(new IpynbDisplay(new Dictionary<string, string> { ["application/json"] = json }));
        Assert.Equal(json, (string?)written["data"]!["application/json"]![0]);
    }

    private static string Nested(int depth) => string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth);

    [Fact]
    public void Outputs_are_read_as_text_or_as_lines()
    {
        const string Outputs = """
            {"output_type":"stream","name":"stdout","text":["a\n","b"]},{"output_type":"stream","name":"stderr","text":"c"},
            {"output_type":"display_data","metadata":{},"data":{"text/html":["<b>\n","x"],"image/png":"QUJD\nREVG\n","application/json":{"a":[1]}}},
            {"output_type":"execute_result","execution_count":1,"metadata":{},"data":{"text/plain":"2"}},
            {"output_type":"error","ename":"E","evalue":"v","traceback":["t1","t2"]},{"output_type":"of the future"}
            """;
        var outputs = Read(Code("x", outputs: Outputs, count: "3"), minor: 0).Cells[0].Outputs;
        Assert.Equal([new IpynbStream(false, "a\nb"), new IpynbStream(true, "c")], outputs.Take(2));
        var display = Assert.IsType<IpynbDisplay>(outputs[2]).Data;
        Assert.Equal(("<b>\nx", "QUJDREVG", "{\"a\":[1]}"), (display["text/html"], display["image/png"], display["application/json"]));
        Assert.Equal("2", Assert.IsType<IpynbDisplay>(outputs[3]).Data["text/plain"]);
        Assert.Equal(["t1", "t2"], Assert.IsType<IpynbError>(outputs[4]).Traceback);
        Assert.Equal(5, outputs.Count);
    }

    [Fact]
    public void Times_that_an_editor_recorded_are_taken()
    {
        var jupyter = Code("x", "\"execution\":{\"iopub.execute_input\":\"2026-01-01T10:00:00.000000Z\",\"shell.execute_reply\":\"2026-01-01T10:00:01.500000Z\"}");
        Assert.Equal([1.5, null, 2.25], Read($"{jupyter},{Code("y", "\"execution\":{\"shell.execute_reply\":\"noon\"}")},{Code("z", "\"notebook_runner\":{\"seconds\":2.25}")}").Cells.Select(c => c.Seconds));
    }

    [Theory]
    [InlineData("{", "its JSON is broken on line 1")]
    [InlineData("{\"nbformat\":4,\n\n]", "its JSON is broken on line 3")]
    [InlineData("[]", "not an .ipynb notebook")]
    [InlineData("{\"nbformat\":4}", "not an .ipynb notebook")]
    [InlineData("{\"nbformat\":3,\"worksheets\":[]}", "version 3")]
    [InlineData("{\"nbformat\":4,\"cells\":[{\"cell_type\":\"heading\"}]}", "cell 1 is not a cell")]
    [InlineData("{\"nbformat\":4,\"cells\":[{\"cell_type\":\"code\",\"source\":\"\\uD800x\"}]}", "not valid Unicode")]
    [InlineData("{\"nbformat\":4,\"cells\":[{\"cell_type\":\"code\",\"source\":\"x\",\"metadata\":{\"polyglot_notebook\":{\"kernelName\":\"a\\nb\"}}}]}", "not a name")]
    [InlineData("{\"nbformat\":4,\"cells\":[],\"metadata\":{\"kernelInfo\":{\"defaultKernelName\":\"csharp\",\"items\":7}}}", "in a shape that is not known")]
    public void What_is_no_notebook_gets_a_sentence(string text, string says) =>
        Assert.Contains(says, Assert.Throws<NotebookFormatException>(() => IpynbFile.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_text_that_would_end_at_a_marker_cannot_become_a_dib_file()
    {
        var text = Read("""{"cell_type":"markdown","metadata":{},"source":"so\n#!csharp\nthen"}""").Notebook;
        Assert.StartsWith("cell 1, in markdown, has the line #!csharp", NotebookWriter.Complaint(text), StringComparison.Ordinal);
        var code = Read(Code("1\\n#!html\\n<b>x</b>")).Notebook;
        Assert.Null(NotebookWriter.Complaint(code));
        Assert.Equal(["csharp", "html"], NotebookParser.Parse(NotebookWriter.Write(code)).Cells.Select(c => c.Language));
    }
}
