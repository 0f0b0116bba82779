using MathSymbols.Data.Synthetic;
using MathSymbols.Runs;
using MathSymbols.Storage;
using MathSymbols.Tests.Support;
using Xunit;

namespace MathSymbols.Cli.Tests;

public sealed class TrainSymbolNetTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public TrainSymbolNetTests() => SyntheticSymbols.WriteFolder(_folder["drawn"], 10, 7, TestContext.Current.CancellationToken);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Trains_evaluates_saves_and_predicts_the_same()
    {
        var output = await Run(["train", "--model", "symbolnet", "--epochs", "2", "--train-images", "95", .. Common]);
        Assert.Contains("for at most 2 epochs", output, StringComparison.Ordinal);
        var run = Assert.Single(RunStore.Open(new WorkFolder(_folder["work"]), null).Runs);
        Assert.Equal(("symbolnet", 2, "one cycle to 0.004"), (run.Record.Model, run.Record.History.Epochs.Count, run.Record.HyperParameters["schedule"]!.ToString()));
        Assert.False(File.Exists(Path.Combine(run.Folder, RunRecorder.BestWeightsName)));

        var result = run.Record.Result(RunWeights.LastEpoch, RunSet.Test)!;
        Assert.Contains(FormattableString.Invariant($"({result.Correct:N0} of {result.Count:N0} test images;"), await Run(["evaluate", .. Common]), StringComparison.Ordinal);

        Assert.Contains("SymbolNet, 19 classes, 224 px", await Run(["runs", "save", run.Record.Id, "--out", _folder["net.safetensors"], .. Common]), StringComparison.Ordinal);
        var row = run.ReadPredictions()!.Of(RunSet.Test)[0];
        var json = await Run(["predict", _folder["drawn", row.Path], "--model", _folder["net.safetensors"], "--json", "--work", _folder["work"]]);
        var classes = run.ReadPredictions()!.ClassNames;
        Assert.Contains($"\"label\": \"{classes[row.Probabilities.ToList().IndexOf(row.Probabilities.Max())]}\"", json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--activation", "relu")]
    [InlineData("--preprocessing", "keras")]
    public async Task Options_of_another_model_are_refused(string option, string value)
    {
        var (code, _, error) = await MathSymbolsProcess.RunAsync(["train", "--model", "symbolnet", option, value, .. Common], cancellation: Stop);
        Assert.Equal(ExitCode.Refused, code);
        Assert.Contains($"{option} does not go with --model symbolnet", error, StringComparison.Ordinal);
    }

    private string[] Common => ["--data", _folder["drawn"], "--work", _folder["work"]];

    private static async Task<string> Run(string[] arguments)
    {
        var (code, output, error) = await MathSymbolsProcess.RunAsync(arguments, cancellation: Stop);
        Assert.Equal((ExitCode.Success, ""), (code, error));
        return output;
    }
}
