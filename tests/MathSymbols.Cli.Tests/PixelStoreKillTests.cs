using System.Diagnostics;
using MathSymbols.Data.Synthetic;
using MathSymbols.Tests.Support;
using Xunit;

namespace MathSymbols.Cli.Tests;

public sealed class PixelStoreKillTests : IDisposable
{
    private const int Kills = 50;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_build_killed_at_any_instant_is_followed_by_a_whole_one()
    {
        SyntheticSymbols.WriteFolder(_folder["drawn"], 16, 1, TestContext.Current.CancellationToken);
        var expected = await BuildAsync("reference");
        var random = new Random(1001);
        var hit = 0;
        var watch = new Stopwatch();
        for (var attempt = 0; hit < Kills; attempt++)
        {
            Assert.True(attempt < 10 * Kills, $"Only {hit} of {attempt} kills hit a build.");

            // The instants are spread over what the last undisturbed run took, less the start of the program; only kills inside the
            // build, which leave a half file behind, count.
            watch.Restart();
            Assert.Equal(expected, await BuildAsync("killed"));
            var whole = watch.Elapsed;
            foreach (var file in Directory.GetFiles(_folder["killed", "pixels"], "*.pixels")) File.Delete(file);

            using var process = MathSymbolsProcess.Start(Arguments("killed"));
            await Task.Delay(whole * (0.4 + 0.6 * random.NextDouble()), TestContext.Current.CancellationToken);
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            if (Directory.GetFiles(_folder["killed", "pixels"], "*.tmp").Length > 0) hit++;
        }

        Assert.Equal(expected, await BuildAsync("killed"));
    }

    private async Task<byte[]> BuildAsync(string work)
    {
        var (code, _, error) = await MathSymbolsProcess.RunAsync(Arguments(work), cancellation: TestContext.Current.CancellationToken);
        Assert.Equal((ExitCode.Success, ""), (code, error));
        Assert.DoesNotContain(Directory.GetFiles(_folder[work, "pixels"]), f => f.EndsWith(".tmp", StringComparison.Ordinal));
        return await File.ReadAllBytesAsync(Assert.Single(Directory.GetFiles(_folder[work, "pixels"], "*.pixels")), TestContext.Current.CancellationToken);
    }

    private string[] Arguments(string work) => ["data", "pixels", "--size", "96", "--data", _folder["drawn"], "--work", _folder[work]];
}
