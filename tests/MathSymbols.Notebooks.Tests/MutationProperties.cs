using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using MathSymbols.Notebooks.Events;
using MathSymbols.Notebooks.Format;
using MathSymbols.Notebooks.Hosting;
using MathSymbols.Notebooks.Page;
using MathSymbols.Notebooks.Reports;
using MathSymbols.Notebooks.Running;
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

        // No loop and no recursion: whatever is left of this ends.
        var words = new List<string> { "one", "two" };
        var answer = 42.5;
        display(words);

        #!csharp

        display(HTML($"<b>{answer:F1}</b>"));
        string Loud(string word)
        {
            return word.ToUpperInvariant() + "!";
        }

        #!csharp

        #!time
        Loud(words[0]).Display("text/plain");
        answer / words.Count

        #!csharp

        if (words.Count > 1) throw new InvalidOperationException("on purpose");

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

    private const int MostCompiled = 400;
    private const int Chain = 25;

    private static readonly string[] Inserted =
    [
        "\0", "\r", "\n", "\uD800", "\uFEFF", "\u2028", "é", "\t", "#!", "#!csharp\n", "\n#!csharp\n", "\n#!meta\n", "\n#!time\n", "\n#!value --name\n", "\n#!import x\n", "\n#!share --from\n",
        "\n#r \"nuget:\n", "\n#i \"nuget:\"\n", "\n#!set --name x --value {\n", "{", "}", "[", "\"", "\\", "null", "999999999999", "--", "@", "=", "/*", "\"\"\"", "\n#!sql\n", "\n#!fsharp\n", "\n#!c#\n",
    ];

    [Property(MaxTest = 1000, Replay = "1001,1001")]
    public Property A_damaged_notebook_is_a_sentence_or_survives_being_written() => Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
    {
        if (Read(Mutant(seed)) is not { } notebook) return;
        var again = NotebookParser.Parse(NotebookWriter.Write(notebook));
        Assert.Equal(notebook.DefaultLanguage, again.DefaultLanguage);
        Assert.Equal(notebook.Cells.Select(c => c with { Line = 0 }), again.Cells.Select(c => c with { Line = 0 }));
    });

    [Fact]
    public async Task Damaged_notebooks_run_or_say_a_sentence_and_make_a_page()
    {
        using var folder = new TempFolder();
        var path = Path.Combine(folder.Path, "main.dib");
        var packages = new PackageFeed(folder).Folders;
        var sink = new RecordingSink();
        DisplaySink.Current = new DisplaySink(sink);
        var kernel = new NotebookKernel(path, packages);
        var compiled = new HashSet<string>(StringComparer.Ordinal);
        foreach (var notebook in Enumerable.Range(0, 1000).Select(seed => Read(Mutant(seed))).OfType<Notebook>())
        {
            var run = new NotebookRun(path, notebook);
            foreach (var (cell, number) in notebook.Cells.Select((c, i) => (c, i + 1)))
            {
                // Compiling dominates, the more the longer the chain of cells: none is compiled twice, and some are enough.
                if (cell.Language == Cell.CSharp && (compiled.Count >= MostCompiled || !compiled.Add(cell.Source))) continue;
                if (compiled.Count % Chain == 0) kernel = new NotebookKernel(path, packages);
                sink.Events.Clear();
                var error = await kernel.RunCellAsync(cell, number, TestContext.Current.CancellationToken);
                foreach (var e in (KernelEvent[])[new CellStarted(number), .. sink.Events, error is null ? new CellFinished(number, 0) : new CellFailed(number, 0, error)]) run.Apply(e);
                if (error is not null) CheckSentence(cell, number, error);
            }
            Assert.EndsWith("</html>\n", ReportPage.Write(new Report("Damaged", DateTimeOffset.UnixEpoch, [], [run])), StringComparison.Ordinal);
        }
        Assert.Equal(MostCompiled, compiled.Count);
    }

    private static void CheckSentence(Cell cell, int number, CellError error)
    {
        Assert.False(string.IsNullOrWhiteSpace(error.Message));
        Assert.True(error.Kind is "compile" or "magic" or "language" or "runtime", $"{error.Kind}: {error.Message}");
        if (error.Kind is "magic" or "language") Assert.StartsWith($"main.dib, cell {number}, line {error.Line}: ", error.Message, StringComparison.Ordinal);

        // An exception is the cell's own, or the kernel has a defect.
        Assert.True(error.Kind != "runtime" || error.Line is not null, $"{cell.Source}\n{error}");
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

    private static string Mutant(int seed)
    {
        var random = new Random(seed);
        var text = Good;
        for (var i = random.Next(1, 5); i > 0; i--) text = Change(text, random);
        return text;
    }

    private static string Change(string text, Random random)
    {
        if (text.Length == 0) return Any(random);
        var from = random.Next(text.Length);
        var length = random.Next(Math.Min(40, text.Length - from + 1));
        var lines = text.Split('\n').ToList();
        var (line, other) = (random.Next(lines.Count), random.Next(lines.Count));
        switch (random.Next(8))
        {
            case 0:
                return text.Remove(from, length);
            case 1:
                return text.Insert(from, text.Substring(from, length));
            case 2:
                return text.Insert(from, Any(random));
            case 3:
                return text[..from];
            case 4:
                return text.Insert(from, ((char)random.Next(0xFFFF)).ToString());
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

    private static string Any(Random random) => Inserted[random.Next(Inserted.Length)];
}
