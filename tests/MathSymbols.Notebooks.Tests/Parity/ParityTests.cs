using System.Globalization;
using System.Text;
using MathSymbols.Notebooks.Format;

namespace MathSymbols.Notebooks.Tests.Parity;

/// <summary>Runs small notebooks and compares cell by cell with what the real engine answers. One engine serves them all, since it takes seconds to start.</summary>
[Collection("kernel")]
public sealed class ParityTests
{
    [Fact]
    public async Task Every_cell_does_here_what_it_does_in_the_engine()
    {
        var differences = new StringBuilder();
        await InFolderAsync(async name =>
        {
            using var kernel = new OwnKernel(EngineAnswers.Notebook(name));
            var (cells, answers) = (Notebook.Load(EngineAnswers.Notebook(name)).Cells, EngineAnswers.Read(name));
            Assert.Equal(cells.Count, answers.Count);
            foreach (var (cell, answer) in cells.Zip(answers))
            {
                var ours = (await kernel.RunAsync(cell)).ToString();
                var reason = IntendedDifferences.Reason(name, cell.Source);
                if ((ours == answer) == reason is null) continue;
                Add(differences, name, cell, ours == answer ? $"is the same in both, though it is listed as different: {reason}" : $"in the engine: {answer}\nhere: {ours}");
            }
        });
        Assert.True(differences.Length == 0, differences.ToString());
    }

    [Fact]
    public async Task The_engine_still_answers_what_is_written_down()
    {
        var executable = EngineProcess.Find();
        Assert.SkipWhen(executable is null, "The notebook engine is not installed; DOTNET_INTERACTIVE may name it.");
        var record = Environment.GetEnvironmentVariable(EngineAnswers.RecordTo);
        var differences = new StringBuilder();
        await using var engine = EngineProcess.Start(executable, EngineAnswers.Folder);
        await InFolderAsync(async name =>
        {
            var answers = new List<(Cell Cell, string Answer)>();
            foreach (var cell in Notebook.Load(EngineAnswers.Notebook(name)).Cells) answers.Add((cell, (await engine.RunAsync(cell)).ToString()));
            if (record is not null) EngineAnswers.Write(record, name, answers);
            else foreach (var ((cell, answer), written) in answers.Zip(EngineAnswers.Read(name))) if (answer != written) Add(differences, name, cell, $"now: {answer}\nwritten down: {written}");
        });
        Assert.True(differences.Length == 0, differences.ToString());
    }

    [Fact]
    public void Every_intended_difference_is_one_of_a_cell() =>
        Assert.All(IntendedDifferences.Places, p => Assert.Contains(p.Line, File.ReadLines(EngineAnswers.Notebook(p.Notebook))));

    private static async Task InFolderAsync(Func<string, Task> compare)
    {
        var home = Directory.GetCurrentDirectory();
        Directory.SetCurrentDirectory(EngineAnswers.Folder);
        try
        {
            foreach (var name in EngineAnswers.Notebooks) await compare(name);
        }
        finally
        {
            Directory.SetCurrentDirectory(home);
        }
    }

    private static void Add(StringBuilder differences, string name, Cell cell, string text) =>
        differences.AppendLine(CultureInfo.InvariantCulture, $"{name}.dib, line {cell.Line}: {cell.Source}\n{text}\n");
}
