using System.Globalization;
using MathSymbols.Storage;
using MathSymbols.Tests.Support;
using Xunit;

namespace MathSymbols.Cli.Tests;

/// <summary>No name of a file or folder moves a terminal's cursor or turns its text round.</summary>
public sealed class TerminalTests : IDisposable
{
    private const string Reversed = "a\u202eb";

    private readonly TemporaryFolder _folder = new();

    public TerminalTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "such names do not exist on Windows");
        SampleImages.Write(_folder[Root], 4, Reversed, "c");
    }

    private static string Root => "\u001b[31mred";

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("info")]
    [InlineData("check")]
    public async Task Of_classes_and_the_data_folder(string command) =>
        Assert.Contains("a\ufffdb", await OutputAsync("data", command, "--data", _folder[Root]), StringComparison.Ordinal);

    [Fact]
    public async Task Of_predicted_images()
    {
        var weights = Shared.Need("weights", "vgg19_notop.h5");
        File.Copy(_folder[Root, "c", "img000.png"], _folder["\u001b[2Jx.png"]);
        Assert.Contains("\ufffd[2Jx.png", await OutputAsync("predict", "\u001b[2Jx.png", "--vgg19-weights", weights), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_runs_that_are_passed_over()
    {
        AtomicFile.Write(_folder["work", "runs", "\u001b[2Jr", "run.json"], "{");
        var (code, _, error) = await MathSymbolsProcess.RunAsync(["runs", "--work", _folder["work"]], cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(ExitCode.Success, code);
        Assert.Contains("\ufffd[2Jr", error, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', error);
    }

    private async Task<string> OutputAsync(params string[] arguments)
    {
        var (code, output, error) = await MathSymbolsProcess.RunAsync([.. arguments, "--work", _folder["work"]], folder: _folder.Root, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal((ExitCode.Success, ""), (code, error));
        Assert.DoesNotContain(output, c => c != '\n' && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format);
        return output;
    }
}
