using System.Globalization;
using System.Text;
using MathSymbols.Notebooks.Format;

namespace MathSymbols.Notebooks.Tests.Parity;

/// <summary>Runs small notebooks here and in the real engine and compares cell by cell. One engine serves them all, since it takes seconds to start.</summary>
[Collection("kernel")]
public sealed class ParityTests
{
    private static readonly string[] Names = ["usings", "csharp", "display", "magic", "values", "imports"];

    [Fact]
    public async Task Every_cell_does_here_what_it_does_in_the_engine()
    {
        var executable = EngineProcess.Find();
        Assert.SkipWhen(executable is null, "The notebook engine is not installed; DOTNET_INTERACTIVE may name it.");
        var home = Directory.GetCurrentDirectory();
        var folder = Path.Combine(AppContext.BaseDirectory, "Parity", "Notebooks");
        var differences = new StringBuilder();
        await using var engine = EngineProcess.Start(executable, folder);
        Directory.SetCurrentDirectory(folder);
        try
        {
            foreach (var name in Names) await CompareAsync(engine, Path.Combine(folder, name + ".dib"), differences);
        }
        finally
        {
            Directory.SetCurrentDirectory(home);
        }
        Assert.True(differences.Length == 0, differences.ToString());
    }

    private static async Task CompareAsync(EngineProcess engine, string path, StringBuilder differences)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        using var kernel = new OwnKernel(path);
        foreach (var cell in Notebook.Load(path).Cells)
        {
            var theirs = await engine.RunAsync(cell);
            var ours = await kernel.RunAsync(cell);
            var same = theirs.ToString() == ours.ToString();
            var reason = IntendedDifferences.Reason(name, cell.Source);
            if (same == reason is null) continue;
            differences.AppendLine(
                CultureInfo.InvariantCulture,
                $"{name}.dib, line {cell.Line}: {cell.Source}\n{(same ? $"is the same in both, though it is listed as different: {reason}" : $"in the engine: {theirs}\nhere: {ours}")}\n");
        }
    }
}
