using MathSymbols.Models;
using MathSymbols.Tests.Support;
using Xunit;

namespace MathSymbols.Cli.Tests;

public sealed class WeightsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_place_is_told_with_what_is_there()
    {
        await File.WriteAllTextAsync(_folder["mine.h5"], "weights", TestContext.Current.CancellationToken);
        var (code, output, error) = await RunAsync("weights", "--vgg19-weights", _folder["mine.h5"]);
        Assert.Equal((ExitCode.Success, ""), (code, error));
        Assert.Contains($"'{_folder["mine.h5"]}': 7 bytes, not Keras' own file (its MD5 is 63f4f1e9b725370f459720575cd5f953); this one is used", output, StringComparison.Ordinal);
        Assert.Contains($"'{_folder["work", "weights", Vgg19WeightsFile.Name]}': not there", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_network_that_cannot_be_reached_is_one_sentence_and_exit_code_2()
    {
        // A proxy at a port where nobody listens: nothing leaves this machine.
        var (code, output, error) = await MathSymbolsProcess.RunAsync(
            ["weights", "download", "--work", _folder["work"]],
            [("HTTPS_PROXY", "http://127.0.0.1:9"), ("https_proxy", "http://127.0.0.1:9"), ("NO_PROXY", ""), ("no_proxy", "")],
            cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(ExitCode.Refused, code);
        Assert.StartsWith("Downloading https://", output, StringComparison.Ordinal);
        Assert.StartsWith("mathsymbols: Cannot download", error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    private Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments) =>
        MathSymbolsProcess.RunAsync([.. arguments, "--work", _folder["work"]], cancellation: TestContext.Current.CancellationToken);
}
