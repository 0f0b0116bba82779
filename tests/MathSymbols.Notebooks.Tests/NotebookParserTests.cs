using MathSymbols.Notebooks.Format;

namespace MathSymbols.Notebooks.Tests;

public class NotebookParserTests
{
    private const string Header = "#!meta\n\n{\"kernelInfo\":{\"defaultKernelName\":\"csharp\",\"items\":[{\"aliases\":[],\"name\":\"csharp\"}]}}\n\n";

    [Fact]
    public void Cells_start_at_markers_and_lose_blank_edges()
    {
        var notebook = NotebookParser.Parse(Header + "#!markdown\n\n# Title\n\n\n#!csharp\n\nvar x = 1;\n\nx\n\n");
        Assert.Equal([new Cell("markdown", "# Title", 7), new Cell("csharp", "var x = 1;\n\nx", 12)], notebook.Cells);
    }

    [Fact]
    public void Text_without_marker_is_csharp() => Assert.Equal([new Cell("csharp", "1 + 1", 2)], NotebookParser.Parse("\n1 + 1\n").Cells);

    [Fact]
    public void Windows_line_ends_and_a_byte_order_mark_are_fine() =>
        Assert.Equal([new Cell("csharp", "a\nb", 1)], NotebookParser.Parse("\uFEFFa\r\nb\r\n").Cells);

    [Theory]
    [InlineData("#!CSharp")]
    [InlineData("#!csharp --x")]
    [InlineData("#!csharp ")]
    [InlineData(" #!csharp")]
    [InlineData("#!time")]
    public void Only_an_exact_marker_starts_a_cell(string line) => Assert.Single(NotebookParser.Parse($"a\n{line}\nb").Cells);

    [Fact]
    public void The_header_names_the_default_and_further_kernels()
    {
        var notebook = NotebookParser.Parse("#!meta\n{\"kernelInfo\":{\"defaultKernelName\":\"markdown\",\"items\":[{\"name\":\"mine\"}]}}\n#!mine\nx\n#!csharp\ny");
        Assert.Equal("markdown", notebook.DefaultLanguage);
        Assert.Equal(["mine", "csharp"], notebook.Cells.Select(c => c.Language));
    }

    [Theory]
    [InlineData("#!meta\n{\n#!csharp\n1")]
    [InlineData("#!meta\n{} and text\n#!csharp\n1")]
    [InlineData("#!meta\n\n#!csharp\n1")]
    [InlineData("#!meta\n[1]\n#!csharp\n1")]
    [InlineData("#!meta\n{\"kernelInfo\":3}\n#!csharp\n1")]
    [InlineData("#!meta\n{\"kernelInfo\":{\"items\":{}}}\n#!csharp\n1")]
    public void A_malformed_header_gets_a_sentence(string text)
    {
        var e = Assert.Throws<NotebookFormatException>(() => NotebookParser.Parse(text));
        Assert.StartsWith("the header below #!meta", e.Message, StringComparison.Ordinal);
    }
}
