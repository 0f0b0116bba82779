using MathSymbols.Data.Obtain;
using MathSymbols.Tests.Support;
using Xunit;
using static MathSymbols.Tests.Support.LoopbackServer;
using static MathSymbols.Tests.Support.ZipSketch;

namespace MathSymbols.Cli.Tests;

public sealed class DataDownloadKillTests : IDisposable
{
    private const string Tag = "\"one\"";
    private const int Kills = 8;
    private const int Images = 200;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_download_killed_at_any_instant_is_followed_by_a_whole_one()
    {
        var random = new Random(1001);
        var images = new byte[Images][];
        for (var i = 0; i < Images; i++) random.NextBytes(images[i] = new byte[200_000]);
        var archive = Of([.. images.Select((pixels, i) => new Item($"top/{i % 19}/{i}.png", pixels))]);
        using var server = new LoopbackServer(r => r.From > 0 ? Answer.Rest(archive, r.From, Tag) : Answer.Whole(archive, Tag));

        // First the download is hit, then the unpacking: the archive stays until it is unpacked.
        for (var (hits, attempt) = (0, 0); hits < 2 * Kills; attempt++)
        {
            Assert.True(attempt < 20 * Kills, $"Only {hits} of {attempt} kills hit.");
            var unpacking = hits >= Kills;

            // Into a folder that is missing, and into one that is there.
            if (unpacking && attempt % 2 == 0) Directory.CreateDirectory(_folder["data"]);
            var before = Downloaded();
            if (Unpacking is not null) await File.WriteAllTextAsync(Mark, "left by the last one", TestContext.Current.CancellationToken);
            using (var process = MathSymbolsProcess.Start(Arguments(server)))
            {
                while (!process.HasExited && !(unpacking ? HasBegun() : Downloaded() > before)) await Task.Delay(1, TestContext.Current.CancellationToken);
                await Task.Delay(TimeSpan.FromMilliseconds(20 * random.NextDouble()), TestContext.Current.CancellationToken);
                process.Kill();
                await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            }

            if (unpacking ? HasBegun() : Downloaded() > before) hits++;

            // The old state, or the whole new one.
            if (DatasetTarget.Existing(_folder["data"]) is not null)
            {
                AssertWhole(images);
                Directory.Delete(_folder["data"], recursive: true);
            }

            // Else nothing would be downloaded any more.
            if (hits < Kills) foreach (var zip in Directory.GetFiles(_folder["work", "downloads"], "*.zip")) File.Delete(zip);
        }

        Assert.Contains(server.Requests, r => r.From > 0);
        await RunWholeAsync(server, images);
        Assert.Null(Unpacking);
        Assert.Equal(0, Downloaded());
    }

    private string? Unpacking => Directory.Exists(Inside) ? Inside : Directory.GetDirectories(_folder.Root, ".*.unpacking.tmp").SingleOrDefault();

    private string Inside => _folder["data", ".unpacking.tmp"];

    private string Mark => Path.Combine(Unpacking ?? _folder.Root, "mark");

    private long Downloaded() => Directory.Exists(_folder["work", "downloads"]) ? Directory.GetFiles(_folder["work", "downloads"], "*.part").Select(p => new FileInfo(p)).Sum(p => p.Exists ? p.Length : 0) : 0;

    // Not the folder alone, which is made once before the download, to see whether it can be.
    private bool HasBegun()
    {
        try
        {
            return Unpacking is { } folder && !File.Exists(Mark) && Directory.EnumerateDirectories(folder).Any();
        }
        catch (DirectoryNotFoundException)
        {
            return false; // It was put in place just now.
        }
    }

    private async Task RunWholeAsync(LoopbackServer server, byte[][] images)
    {
        var (code, _, error) = await MathSymbolsProcess.RunAsync(Arguments(server), cancellation: TestContext.Current.CancellationToken);
        Assert.Equal((ExitCode.Success, ""), (code, error));
        AssertWhole(images);
    }

    private void AssertWhole(byte[][] images)
    {
        Assert.Equal(Images, Directory.GetFiles(_folder["data"], "*", SearchOption.AllDirectories).Length);
        for (var i = 0; i < Images; i++) Assert.Equal(images[i], File.ReadAllBytes(_folder["data", $"{i % 19}", $"{i}.png"]));
    }

    private string[] Arguments(LoopbackServer server) => ["data", "download", "--from", server.Address.ToString(), "--to", _folder["data"], "--work", _folder["work"]];
}
