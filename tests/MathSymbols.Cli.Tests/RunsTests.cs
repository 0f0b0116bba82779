using MathSymbols.Runs;
using MathSymbols.Runtime;
using MathSymbols.Storage;
using MathSymbols.Tests.Support;
using Xunit;

namespace MathSymbols.Cli.Tests;

public sealed class RunsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Runs_are_listed_and_a_damaged_one_is_a_sentence()
    {
        var store = RunStore.Open(new WorkFolder(_folder["work"]), committed: null);
        store.Save(Record("alexnet-20261124T102233Z-3f2a"));
        AtomicFile.Write(_folder["work", "runs", "bad", "run.json"], "{");
        var (code, output, error) = await RunAsync("runs");
        Assert.Equal(ExitCode.Success, code);
        Assert.Contains("alexnet-20261124T102233Z-3f2a", output, StringComparison.Ordinal);
        Assert.Contains("81.9 % (79.4–84.2)", output, StringComparison.Ordinal);
        Assert.Contains("it is not JSON (line 1)", Assert.Single(error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("runs", "show", "alexnet-20261124T1022", "--work", "WORK")]
    [InlineData("runs", "--work", "WORK", "show", "alexnet-20261124T1022")]
    public async Task One_run_is_shown_in_full(params string[] arguments)
    {
        var store = RunStore.Open(new WorkFolder(_folder["work"]), committed: null);
        store.Save(Record("alexnet-20261124T102233Z-3f2a"));
        var (code, output, error) = await MathSymbolsProcess.RunAsync([.. arguments.Select(a => a == "WORK" ? _folder["work"] : a)], cancellation: TestContext.Current.CancellationToken);
        Assert.Equal((ExitCode.Success, ""), (code, error));
        Assert.All((string[])["early stopping", "0.2500", "834 of 1018", "81.9 % (79.4–84.2)", "fewer images"], text => Assert.Contains(text, output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_run_that_is_not_there_is_one_sentence()
    {
        var (code, output, error) = await RunAsync("runs", "show", "vgg19-none");
        Assert.Equal((ExitCode.Refused, ""), (code, output));
        Assert.StartsWith("mathsymbols: There is no run 'vgg19-none'", Assert.Single(error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    private Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments) =>
        MathSymbolsProcess.RunAsync([.. arguments, "--work", _folder["work"]], cancellation: TestContext.Current.CancellationToken);

    private static RunRecord Record(string id) => new()
    {
        Id = id,
        Model = "alexnet",
        Profile = Profile.Quick,
        Started = DateTimeOffset.UnixEpoch,
        Finished = DateTimeOffset.UnixEpoch.AddHours(1),
        Command = "train",
        Data = new("sample", "00", 10, "original", 6, 2, 2),
        Seed = 1001,
        BatchSize = 64,
        EpochsPlanned = 4,
        StopReason = "early stopping",
        Device = "CPU",
        Threads = 2,
        History = new([new(1, 2, 0.5, 2, 0.25, 1e-3, 1, 6)]),
        BestEpoch = 1,
        Results = [new(RunWeights.LastEpoch, RunSet.Test, 0.5, 834, 1018)],
        Notes = ["fewer images"],
    };
}
