using MathSymbols.Benchmarks;
using MathSymbols.Tests.Support;
using Xunit;
using static MathSymbols.Tests.Storage.DownloadPlace;
using static MathSymbols.Tests.Support.LoopbackServer;

namespace MathSymbols.Tests.Storage;

public sealed class DownloadKillTests : IDisposable
{
    private const int Kills = 20;
    private const int Bytes = 20_000_000;

    private readonly DownloadPlace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task A_download_killed_at_any_instant_goes_on_from_what_it_had()
    {
        var random = new Random(1001);
        var content = new byte[Bytes];
        random.NextBytes(content);
        var part = _place.Target + ".part";
        var most = Bytes / Kills;
        var asked = new TaskCompletionSource();
        using var server = new LoopbackServer(r =>
        {
            asked.TrySetResult();
            var whole = r.From > 0 ? Answer.Rest(content, r.From, Tag) : Answer.Whole(content, Tag);
            return most < Bytes ? whole with { Body = whole.Body[..random.Next(1, most)], ThenSilence = true } : whole;
        });
        for (var kill = 0; kill < Kills; kill++)
        {
            asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
            using var killed = BenchmarkProcess.Start(ChildCommands.FetchFile, server.Address.ToString(), _place.Target);
            await asked.Task.WaitAsync(_place.Cancellation);

            // Every second one dies once it has added something, the others perhaps before, amid the tag.
            var from = server.Requests[^1].From;
            while (kill % 2 == 0 && (!File.Exists(part) || new FileInfo(part).Length <= from)) await Task.Delay(1, _place.Cancellation);
            await Task.Delay(random.Next(25), _place.Cancellation);
            Assert.False(killed.HasExited);
            killed.Kill();
            await killed.WaitForExitAsync(_place.Cancellation);
        }

        most = Bytes;
        using var last = BenchmarkProcess.Start(ChildCommands.FetchFile, server.Address.ToString(), _place.Target);
        await last.WaitForExitAsync(_place.Cancellation);
        Assert.Equal(0, last.ExitCode);
        Assert.Equal(content, await File.ReadAllBytesAsync(_place.Target, _place.Cancellation));
        _place.AssertFiles("file.bin", "file.bin.lock");
        var begins = server.Requests.Select(r => r.From).ToArray();
        Assert.Equal(begins.Order(), begins);
        Assert.InRange(begins.Distinct().Count(), Kills / 2, Kills + 1);
    }
}
