using MathSymbols.Notebooks.Format;

namespace MathSymbols.Notebooks.Tests.Parity;

/// <summary>Reads texts here and with the engine's own reader; without the engine what it answered stands in the table.</summary>
public sealed class FormatParityTests
{
    private const string Header = "#!meta\n\n{\"kernelInfo\":{\"defaultKernelName\":\"csharp\",\"items\":[{\"aliases\":[],\"name\":\"csharp\"}]}}\n\n";

    // A text, and its cells as LANGUAGE:TEXT; null where the engine reads nothing.
    private static readonly (string Text, string[]? Cells)[] Table =
    [
        ("a\n#!csharp\nb", ["csharp:a", "csharp:b"]),
        (Header + "#!markdown\n\n\n  x\n\n\n#!csharp\n\ny\n", ["markdown:  x", "csharp:y"]),
        ("\r\n#!csharp\r\na\r\nb\r\n", ["csharp:a\nb"]),
        ("\uFEFF#!csharp\nx", ["csharp:x"]),
        ("#!c#\nx", ["csharp:x"]),
        ("#!C#\nx", ["csharp:#!C#\nx"]),
        ("a\n#!CSharp\nb", ["csharp:a\n#!CSharp\nb"]),
        (" #!csharp\nx", ["csharp: #!csharp\nx"]),
        ("a\n#!csharp \nb", ["csharp:a\n#!csharp \nb"]),
        ("a\n#!csharp --x\nb", ["csharp:a\n#!csharp --x\nb"]),
        ("a\n#!time\nb", ["csharp:a\n#!time\nb"]),
        ("a\n#!f#\nb\n#!powershell\nc\n#!js\nd\n#!md\ne", ["csharp:a", "fsharp:b", "pwsh:c", "javascript:d", "markdown:e"]),
        ("a\n#!fsharp\nb\n#!pwsh\nc\n#!javascript\nd\n#!http\ne\n#!value\nf\n#!mermaid\ng\n#!html\nh", ["csharp:a", "fsharp:b", "pwsh:c", "javascript:d", "http:e", "value:f", "mermaid:g", "html:h"]),
        ("a\n#!sql\nb\n#!kql\nc", ["csharp:a\n#!sql\nb\n#!kql\nc"]),
        ("#!meta\n{\"kernelInfo\":{\"defaultKernelName\":\"markdown\",\"items\":[{\"name\":\"sql\"}]}}\n#!sql\nx\n#!csharp\nz", ["sql:x", "csharp:z"]),
        ("#!meta\n{\"kernelInfo\":{\"defaultKernelName\":\"csharp\",\"items\":[{\"aliases\":[\"db\"],\"name\":\"sql\"}]}}\n#!db\nx\n#!sql\ny", ["sql:x", "sql:y"]),
        ("x\r#!markdown\ry", ["csharp:x\r#!markdown\ry"]),
        ("a\u000Bb\u0085c\u2028#!markdown\u2028d\0e", ["csharp:a\u000Bb\u0085c\u2028#!markdown\u2028d\0e"]),
        ("#!meta\n{bad\n#!csharp\nx", null),
        ("#!meta\n{\"a\":1}text\n#!csharp\nx", null),
        ("#!meta\n\n#!csharp\n1", null),
        ("#!meta\n{\"kernelInfo\":3}\n#!csharp\n1", null),
        ("#!meta\n[1]\n#!csharp\n1", null),
        ("#!meta\n{\"kernelInfo\":{\"items\":{}}}\n#!csharp\n1", null),
    ];

    [Fact]
    public void Texts_are_read_as_the_engine_reads_them()
    {
        foreach (var (text, cells) in Table) Assert.Equal((text, Join(cells)), (text, Join(Read(text))));
    }

    [Fact]
    public async Task The_table_says_what_the_engine_answers()
    {
        var executable = EngineProcess.Find();
        Assert.SkipWhen(executable is null, "The notebook engine is not installed; DOTNET_INTERACTIVE may name it.");
        using var parser = new EngineParser(executable);
        foreach (var (text, cells) in Table)
        {
            var answer = await parser.ParseAsync(text);
            Assert.Equal((text, Join(cells)), (text, Join(answer?.Select(c => $"{c.Language}:{c.Source}"))));
        }
    }

    private static string? Join(IEnumerable<string>? cells) => cells is null ? null : string.Join("\n---\n", cells);

    private static IEnumerable<string>? Read(string text)
    {
        try
        {
            return NotebookParser.Parse(text).Cells.Select(c => $"{c.Language}:{c.Source}");
        }
        catch (NotebookFormatException)
        {
            return null;
        }
    }
}
