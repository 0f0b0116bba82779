using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using MathSymbols.Notebooks.Format;

namespace MathSymbols.Notebooks.Tests;

public class NotebookParserProperties
{
    private static readonly string[] Languages = ["csharp", "markdown", "html", "mermaid", "value"];
    private static readonly string[] Lines = ["", "  ", "var x = 1;", "# Heading", "#!time", "#r \"a.dll\"", "\ttab", "ünï ✓", "{\"a\":1}", "#!import b.dib", "<b>x</b>", "'\"\\"];

    private static Gen<Notebook> Notebooks()
    {
        var source = Gen.Elements(Lines).ListOf().Select(l => string.Join('\n', l)).Where(s => !string.IsNullOrWhiteSpace(s)).Select(Trim);
        var cell = from language in Gen.Elements(Languages) from text in source select new Cell(language, text, 0);
        return from first in Gen.Elements(Languages) from cells in cell.ListOf() select new Notebook(first, [.. cells]);
    }

    private static string Trim(string text)
    {
        var lines = text.Split('\n').SkipWhile(string.IsNullOrWhiteSpace).Reverse().SkipWhile(string.IsNullOrWhiteSpace).Reverse();
        return string.Join('\n', lines);
    }

    [Property(MaxTest = 300)]
    public Property Writing_then_parsing_is_the_identity() => Prop.ForAll(Notebooks().ToArbitrary(), notebook =>
    {
        var parsed = NotebookParser.Parse(NotebookWriter.Write(notebook));
        Assert.Equal(notebook.DefaultLanguage, parsed.DefaultLanguage);
        Assert.Equal(notebook.Cells, parsed.Cells.Select(c => c with { Line = 0 }));
    });

    [Property(MaxTest = 300)]
    public Property Line_numbers_point_at_the_source() => Prop.ForAll(Notebooks().ToArbitrary(), notebook =>
    {
        var text = NotebookWriter.Write(notebook);
        var lines = text.Split('\n');
        foreach (var cell in NotebookParser.Parse(text).Cells) Assert.Equal(cell.Source.Split('\n')[0], lines[cell.Line - 1]);
    });

    [Property(MaxTest = 1000)]
    public Property Mutated_text_gives_a_notebook_or_a_sentence()
    {
        var mutation =
            from notebook in Notebooks()
            from at in Gen.Choose(0, 10000)
            from length in Gen.Choose(0, 20)
            from insert in Gen.Elements("", "\0", "#!", "\n#!csharp\n", "{", "}", "\"", "\r", "\uD800", "#!meta\n", "999999")
            select Mutate(NotebookWriter.Write(notebook), at, length, insert);
        return Prop.ForAll(mutation.ToArbitrary(), text =>
        {
            try
            {
                Assert.All(NotebookParser.Parse(text).Cells, c => Assert.False(string.IsNullOrWhiteSpace(c.Source)));
            }
            catch (NotebookFormatException e)
            {
                Assert.False(string.IsNullOrWhiteSpace(e.Message));
            }
        });
    }

    private static string Mutate(string text, int at, int length, string insert)
    {
        at %= text.Length;
        length = Math.Min(length, text.Length - at);
        return text[..at] + insert + text[(at + length)..];
    }
}
