using MathSymbols.Data.Synthetic;
using MathSymbols.Runs;
using MathSymbols.Storage;
using MathSymbols.Tests.Support;
using Xunit;

namespace MathSymbols.Cli.Tests;

/// <summary>A few drawn images, and AlexNet trained on them for three epochs without a break.</summary>
public sealed class TrainFixture : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    internal string Work => _folder["work"];

    internal string[] Train => Arguments("train", "--epochs", "3", "--activation", "tanh", "--learning-rate", "0.002");

    internal (int ExitCode, string Output, string Error) Trained { get; private set; }

    internal StoredRun Run { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        SyntheticSymbols.WriteFolder(_folder["drawn"], 6, 7, TestContext.Current.CancellationToken);
        Trained = await RunAsync(Train);
        Assert.True(Trained.ExitCode == ExitCode.Success, Trained.Output + Trained.Error);
        Run = Assert.Single(Store().Runs);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    internal RunStore Store() => RunStore.Open(new WorkFolder(Work), committed: null);

    internal string[] Arguments(string command, params string[] more) =>
        [command, "--data", _folder["drawn"], "--work", Work, "--train-images", "38", "--batch-size", "19", .. more];

    internal static Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments) =>
        MathSymbolsProcess.RunAsync(arguments, cancellation: TestContext.Current.CancellationToken);

    /// <summary>Starts the program and interrupts it, as Ctrl-C does, after a line that starts so.</summary>
    internal static async Task<(int ExitCode, string Output, string Error)> InterruptAsync(string[] arguments, string after)
    {
        Interrupt.SkipWhereIgnored();
        using var process = MathSymbolsProcess.Start(arguments);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = "";
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            output += line + "\n";
            if (line.StartsWith(after, StringComparison.Ordinal)) await Interrupt.SendAsync(process);
        }

        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output, await error);
    }
}
