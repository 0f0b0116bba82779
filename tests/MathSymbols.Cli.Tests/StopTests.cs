using MathSymbols.Tests.Support;
using Xunit;

namespace MathSymbols.Cli.Tests;

public sealed class StopTests : IDisposable
{
    // More than a pipe holds, together: each is named in the output.
    private const int Images = 1000;

    private readonly TemporaryFolder _folder = new();

    public StopTests()
    {
        Directory.CreateDirectory(_folder["images", "a"]);
        for (var i = 0; i < Images; i++) File.WriteAllText(_folder["images", "a", $"{i:0000}{new string('n', 200)}.png"], "no image");
    }

    public void Dispose() => _folder.Dispose();

    [Theory(Timeout = 120_000)]
    [InlineData("-INT")]
    [InlineData("-TERM")]
    public async Task A_second_signal_ends_a_command_that_the_first_does_not(string signal)
    {
        if (signal == "-INT") Interrupt.SkipWhereIgnored();
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no such signal.");
        using var process = MathSymbolsProcess.Start(["data", "check", "--data", _folder["images"], "--work", _folder["work"]]);

        // From here on it writes, and looks at nothing else; nobody reads what it writes.
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line && !line.Contains($"{Images} will not", StringComparison.Ordinal))
        {
        }

        // Two signals that come at once may be taken for one.
        while (!process.HasExited) await Interrupt.SendAsync(process, signal);
        Assert.Equal(ExitCode.Interrupted, process.ExitCode);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }
}
