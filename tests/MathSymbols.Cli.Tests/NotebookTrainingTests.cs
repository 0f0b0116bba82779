using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using MathSymbols.Cli.Report;
using MathSymbols.Data.Synthetic;
using MathSymbols.Runtime;
using MathSymbols.Tests.Support;
using Xunit;

namespace MathSymbols.Cli.Tests;

/// <summary>A person tries settings: the training cell is run again and again in one kernel.</summary>
public sealed partial class NotebookTrainingTests : IDisposable
{
    private const int Times = 6;
    private const long WeightsKilobytes = 21_891_347L * sizeof(float) / 1000;

    private readonly TemporaryFolder _folder = new();
    private readonly string _notebooks = Path.Combine(SolutionFolder.Find()!, "notebooks");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Running_the_training_cell_again_leaves_neither_tensors_nor_memory_behind()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Looks into /proc.");
        SyntheticSymbols.WriteFolder(_folder["drawn"], 6, 7, TestContext.Current.CancellationToken);
        var cells = Cells("03-alexnet.dib");
        var setup = (await File.ReadAllTextAsync(Path.Combine(_notebooks, "setup.dib"), TestContext.Current.CancellationToken)).Replace("#r \"bin/", $"#r \"{_notebooks}/bin/", StringComparison.Ordinal);
        var clean = One(cells, "compiled.Dispose()").Replace("data.Dispose();", "", StringComparison.Ordinal);

        // TorchSharp goes on counting one tensor for each parameter that a layer was built with, although none is left.
        const string Count = """
            long Count()
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
                GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
                return TorchSharp.torch.Tensor.TotalCount;
            }

            void BuildOnce() => new AlexNet(19).Dispose();
            var counted = Count();
            BuildOnce();
            Console.WriteLine($"a model leaves {Count() - counted} counted");
            """;
        const string Measure = """
            Console.WriteLine($"measured {Count()} tensors, {System.IO.File.ReadLines("/proc/self/status").First(l => l.StartsWith("RssAnon")).Split(' ')[^2]} kB");
            """;
        const string Best = """var best = new HyperParameters(("activation", "relu"), ("learning_rate", 0.001));""";
        string[] once = [One(cells, "trainer.Fit("), clean, Measure];
        string[] all = [One(cells, "TorchRuntime.Start("), One(cells, "data.Train(plan.TrainImages)"), One(cells, "CompiledModel Build("), Best, Count, .. Enumerable.Repeat(once, Times).SelectMany(c => c)];
        await File.WriteAllTextAsync(_folder["n.dib"], setup + string.Concat(all.Select(c => $"\n#!csharp\n\n{c}\n")), TestContext.Current.CancellationToken);

        var page = await RunAsync();
        var measured = Measured().Matches(page).Select(m => (Tensors: Number(m, 1), Memory: Number(m, 2))).ToList();
        Assert.Equal(Times, measured.Count);
        var counted = Number(Counted().Match(page), 1);
        Assert.All(measured.Skip(1).Index(), m => Assert.Equal(measured[1].Tensors + counted * m.Index, m.Item.Tensors));

        // The heap may have to grow by a block or two before all fits. A kept copy of the weights alone would be 88 MB each time.
        Assert.True(measured[^1].Memory - measured[1].Memory < 2 * WeightsKilobytes, string.Join(", ", measured));

        static long Number(Match match, int group) => long.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
    }

    private List<string> Cells(string name) =>
        [.. File.ReadAllText(Path.Combine(_notebooks, name)).Split("\n#!").Where(c => c.StartsWith("csharp\n", StringComparison.Ordinal)).Select(c => c["csharp\n".Length..].Trim())];

    private static string One(List<string> cells, string part) => Assert.Single(cells, c => c.Contains(part, StringComparison.Ordinal));

    private async Task<string> RunAsync()
    {
        var runner = Path.Combine(AppContext.BaseDirectory, "runner", "MathSymbols.Notebooks.dll");
        var start = new ProcessStartInfo(DotnetHost.Path, [runner, "run", _folder["n.dib"], "--out", _folder["out"]]) { RedirectStandardOutput = true };
        (string, string)[] settings = [("DATA", _folder["drawn"]), ("WORK", _folder["work"]), ("TRAIN_IMAGES", "19"), ("BATCH_SIZE", "10"), ("EPOCHS", "1")];
        foreach (var (name, value) in settings) start.Environment[Settings.Prefix + name] = value;
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == ExitCode.Success, output);
        return await File.ReadAllTextAsync(_folder["out", "index.html"], TestContext.Current.CancellationToken);
    }

    [GeneratedRegex(@"a model leaves (\d+) counted")]
    private static partial Regex Counted();

    [GeneratedRegex(@"measured (\d+) tensors, (\d+) kB")]
    private static partial Regex Measured();
}
