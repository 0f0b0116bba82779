using MathSymbols.Data.Synthetic;
using MathSymbols.Runs;
using MathSymbols.Storage;
using MathSymbols.Tests.Support;
using Xunit;

namespace MathSymbols.Cli.Tests;

public sealed class TrainVgg19Tests : IDisposable
{
    private const int Kills = 4;

    private readonly TemporaryFolder _folder = new();

    public TrainVgg19Tests() => SyntheticSymbols.WriteFolder(_folder["drawn"], 10, 7, TestContext.Current.CancellationToken);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Trains_says_that_the_base_is_untrained_and_evaluates_to_the_same_figures()
    {
        var (code, output, error) = await MathSymbolsProcess.RunAsync(Train("work"), cancellation: Stop);
        Assert.Equal((ExitCode.Success, ""), (code, error));
        Assert.Contains("The base is not trained (untrained, seed 19): these numbers are not transfer learning.", output, StringComparison.Ordinal);
        var run = Assert.Single(RunStore.Open(new WorkFolder(_folder["work"]), null).Runs);
        Assert.Equal(("vgg19", 3), (run.Record.Model, run.Record.History.Epochs.Count));

        // 96 px make 3 × 3 × 512 features; a few hundred bytes more are the header.
        Assert.InRange(new FileInfo(Path.Combine(run.Folder, RunRecorder.LastWeightsName)).Length - (4 * 19 * (4_608 + 1)), 8, 2_000);
        Assert.Contains(run.Record.Notes, n => n.Contains("not trained", StringComparison.Ordinal));

        var (evaluated, text, _) = await MathSymbolsProcess.RunAsync(["evaluate", "--report", .. Common("work")], cancellation: Stop);
        var result = run.Record.Result(RunWeights.LastEpoch, RunSet.Test)!;
        Assert.Equal(ExitCode.Success, evaluated);
        Assert.Contains(FormattableString.Invariant($"({result.Correct:N0} of {result.Count:N0} test images;"), text, StringComparison.Ordinal);
        Assert.Contains("weighted avg", text, StringComparison.Ordinal);

        using (var file = File.OpenHandle(FeaturesOf("work")!, access: FileAccess.ReadWrite)) RandomAccess.Write(file, [9], 8);
        var (refused, _, sentence) = await MathSymbolsProcess.RunAsync(["evaluate", .. Common("work")], cancellation: Stop);
        Assert.Equal(ExitCode.Refused, refused);
        Assert.Contains("has format version 9, written by a newer program", sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--activation", "relu", "--activation does not go with --model vgg19")]
    [InlineData("--preprocessing", "half", "'half' not recognized")]
    public async Task Options_of_another_model_are_refused(string option, string value, string expected)
    {
        var (code, _, error) = await MathSymbolsProcess.RunAsync([.. Train("work"), option, value], cancellation: Stop);
        Assert.Equal(ExitCode.Refused, code);
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Features_whose_computing_was_killed_at_any_instant_are_the_same_in_the_end()
    {
        var expected = await PredictionsAsync("reference");
        var all = Count("reference");
        var random = new Random(1001);
        var hit = 0;
        for (var kill = 0; hit < Kills; kill++)
        {
            Assert.True(kill < 5 * Kills, $"Only {hit} of {kill} kills came while rows were written.");
            if (kill > 0 && Count("killed") == all) File.Delete(FeaturesOf("killed")!);
            var before = Count("killed");
            using var process = MathSymbolsProcess.Start(Train("killed"));
            while (!process.HasExited && Count("killed") == before) await Task.Delay(2, Stop);
            await Task.Delay(random.Next(40), Stop);
            process.Kill();
            await process.WaitForExitAsync(Stop);
            if (Count("killed") is var rows && rows > before && rows < all) hit++;
        }

        Assert.Equal(expected, await PredictionsAsync("killed"));
        Assert.Equal(await File.ReadAllBytesAsync(FeaturesOf("reference")!, Stop), await File.ReadAllBytesAsync(FeaturesOf("killed")!, Stop));
    }

    // Rows whose checksum is there, behind 4,608 float16 values each.
    private int Count(string work)
    {
        const int Start = 4_096, Row = 4_608 * 2, Slot = Row + 8;
        if (FeaturesOf(work) is not { } path) return 0;
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var checksum = new byte[8];
        var count = 0;
        for (long offset = Start + Row; offset < stream.Length; offset += Slot)
        {
            stream.Position = offset;
            if (stream.Read(checksum) == 8 && checksum.AsSpan().ContainsAnyExcept((byte)0)) count++;
        }

        return count;
    }

    private string? FeaturesOf(string work) => Directory.Exists(_folder[work, "features"]) ? Directory.GetFiles(_folder[work, "features"], "*.features").SingleOrDefault() : null;

    private async Task<string> PredictionsAsync(string work)
    {
        var (code, output, error) = await MathSymbolsProcess.RunAsync(Train(work), cancellation: Stop);
        Assert.True(code == ExitCode.Success, output + error);
        return await File.ReadAllTextAsync(Path.Combine(RunStore.Open(new WorkFolder(_folder[work]), null).Runs[^1].Folder, PredictionsFile.Name), Stop);
    }

    private string[] Train(string work) => ["train", "--model", "vgg19", "--epochs", "3", .. Common(work)];

    private string[] Common(string work) => ["--data", _folder["drawn"], "--work", _folder[work], "--train-images", "76", "--batch-size", "19"];
}
