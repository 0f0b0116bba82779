using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using MathSymbols.Notebooks.Format;
using MathSymbols.Notebooks.Hosting;
using MathSymbols.Notebooks.Scripting;
using MathSymbols.Notebooks.Tests.Support;

namespace MathSymbols.Notebooks.Tests;

/// <summary>A good notebook, damaged in every way an editor, a merge or a disk can: it gives a sentence or a notebook, and the notebook gives a sentence or a run.</summary>
[Collection("kernel")]
public sealed class MutationProperties
{
    private const string Good = """
        #!meta

        {"kernelInfo":{"defaultKernelName":"csharp","items":[{"aliases":["c#"],"languageName":"C#","name":"csharp"},{"aliases":[],"name":"markdown"}]}}

        #!markdown

        # Heading

        #!csharp

        // A comment only.
        #!time

        #!value

        #!value --name kept
        text

        #!csharp

        #!set --name other --value @value:kept

        #!html

        <b>html</b>

        #!mermaid

        graph TD; A-->B
        """;

    private static readonly string[] Inserted =
    [
        "\0", "\r", "\n", "\uD800", "\uFEFF", "\u2028", "é", "\t", "#!", "#!csharp\n", "\n#!csharp\n", "\n#!meta\n", "\n#!time\n", "\n#!value --name\n", "\n#!import x\n", "\n#!share --from\n",
        "\n#r \"nuget:\n", "\n#i \"nuget:\"\n", "\n#!set --name x --value {\n", "{", "}", "[", "\"", "\\", "null", "999999999999", "--", "@", "=", "/*", "\"\"\"", "\n#!sql\n", "\n#!fsharp\n", "\n#!c#\n",
    ];

    private static readonly Gen<string> Mutants =
        from steps in Gen.Choose(1, 4)
        from changes in Gen.Choose(0, int.MaxValue - 1).ArrayOf(4 * steps)
        from kinds in Gen.Choose(0, 7).ArrayOf(steps)
        select Enumerable.Range(0, steps).Aggregate(Good, (text, i) => Change(text, kinds[i], changes[(4 * i)..(4 * i + 4)]));

    [Property(MaxTest = 1000)]
    public Property A_damaged_notebook_is_a_sentence_or_survives_being_written() => Prop.ForAll(Mutants.ToArbitrary(), text =>
    {
        if (Read(text) is not { } notebook) return;
        var again = NotebookParser.Parse(NotebookWriter.Write(notebook));
        Assert.Equal(notebook.DefaultLanguage, again.DefaultLanguage);
        Assert.Equal(notebook.Cells.Select(c => c with { Line = 0 }), again.Cells.Select(c => c with { Line = 0 }));
    });

    [Fact]
    public async Task Damaged_notebooks_run_or_say_a_sentence()
    {
        using var folder = new TempFolder();
        DisplaySink.Current = new DisplaySink(new RecordingSink());
        var kernel = new NotebookKernel(Path.Combine(folder.Path, "main.dib"), new PackageFeed(folder).Folders);
        var run = 0;
        foreach (var notebook in Mutants.Sample(1000).Select(Read).OfType<Notebook>())
        {
            foreach (var (cell, number) in notebook.Cells.Select((c, i) => (c, i + 1)))
            {
                // Compiling dominates: C# that has no code is left to the properties above.
                if (cell.Language == Cell.CSharp && run > 200) continue;
                run++;
                var error = await kernel.RunCellAsync(cell, number, TestContext.Current.CancellationToken);
                if (error is null) continue;
                Assert.False(string.IsNullOrWhiteSpace(error.Message));
                Assert.True(error.Kind is "compile" or "magic" or "language" or "runtime", $"{error.Kind}: {error.Message}");
                if (error.Kind is "magic" or "language") Assert.StartsWith($"main.dib, cell {number}, line {error.Line}: ", error.Message, StringComparison.Ordinal);
                Assert.True(error.Kind != "runtime", $"{cell.Source}\n{error}");
            }
        }
        Assert.True(run > 200);
    }

    private static Notebook? Read(string text)
    {
        try
        {
            return NotebookParser.Parse(text);
        }
        catch (NotebookFormatException e)
        {
            Assert.StartsWith("the header below #!meta", e.Message, StringComparison.Ordinal);
            Assert.InRange(e.Line, 1, text.Split('\n').Length);
            return null;
        }
    }

    private static string Change(string text, int kind, int[] at)
    {
        if (text.Length == 0) return Inserted[at[0] % Inserted.Length];
        var (from, length) = (at[0] % text.Length, at[1] % 40);
        length = Math.Min(length, text.Length - from);
        var lines = text.Split('\n').ToList();
        var (line, other) = (at[2] % lines.Count, at[3] % lines.Count);
        switch (kind)
        {
            case 0:
                return text.Remove(from, length);
            case 1:
                return text.Insert(from, text.Substring(from, length));
            case 2:
                return text.Insert(from, Inserted[at[1] % Inserted.Length]);
            case 3:
                return text[..from];
            case 4:
                return text.Insert(from, ((char)(at[1] % 0xFFFF)).ToString());
            case 5:
                lines.RemoveAt(line);
                break;
            case 6:
                lines.Insert(other, lines[line]);
                break;
            default:
                (lines[line], lines[other]) = (lines[other], lines[line]);
                break;
        }
        return string.Join('\n', lines);
    }
}
