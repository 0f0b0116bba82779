using System.IO.Compression;
using MathSymbols.Data;
using MathSymbols.Tests.Support;
using Xunit;
using static MathSymbols.Tests.Support.LoopbackServer;
using static MathSymbols.Tests.Support.ZipSketch;

namespace MathSymbols.Cli.Tests;

public sealed class DataDownloadTests : IDisposable
{
    private static readonly byte[] Pixels = [1, 2, 3, 4, 5];
    private static readonly Item Good = new("top/0/a.png", Pixels);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_good_archive_is_unpacked_counted_and_deleted()
    {
        using var server = new LoopbackServer(_ => Answer.Whole(Of(Good, Item.Deflated("top/add/b.png", Pixels), new("top/.directory", Pixels), new("copy/0/a.png", Pixels)), tag: "\"one\""));
        var (code, output, error) = await RunAsync("--from", $"{server.Address}?key=secret");
        Assert.Equal((ExitCode.Success, ""), (code, error));
        Assert.Contains($"Downloading {server.Address}\n", output, StringComparison.Ordinal);
        Assert.Contains("unpacked from the archive's folder 'top'.", output, StringComparison.Ordinal);
        Assert.Contains("Not taken: 1 image in other folders.", output, StringComparison.Ordinal);
        Assert.Contains("Not taken: 1 file of another kind.", output, StringComparison.Ordinal);
        Assert.Contains("0 1, add 1.\n2 images in 2 classes.\nThis is another dataset than that of the committed records", output, StringComparison.Ordinal);
        Assert.DoesNotContain("is missing", output, StringComparison.Ordinal);
        Assert.EndsWith($"Next: `mathsymbols report --data {_folder["data"]}` runs the notebooks on it.\n", output, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", output, StringComparison.Ordinal);
        Assert.Equal(Pixels, await File.ReadAllBytesAsync(_folder["data", "add", "b.png"], TestContext.Current.CancellationToken));
        Assert.DoesNotContain(Directory.GetFiles(_folder["work", "downloads"]), f => f.EndsWith(".zip", StringComparison.Ordinal) || f.EndsWith(".part", StringComparison.Ordinal));

        // What is there is looked at, and never overwritten: neither what was asked for already, nor anything else.
        (code, output, error) = await RunAsync("--from", $"{server.Address}?key=secret");
        Assert.Equal((ExitCode.Success, ""), (code, error));
        Assert.Contains($"They are what {server.Address} gave; nothing is to be done.\nNext: ", output, StringComparison.Ordinal);
        File.Delete(_folder["data", "add", "b.png"]);
        (code, output, error) = await RunAsync("--from", server.Address.ToString());
        Assert.Equal(ExitCode.Refused, code);
        Assert.Contains("is there already.\n0 1.\n1 image in 1 class.", output, StringComparison.Ordinal);
        Assert.Contains("nothing in it is overwritten: move it away, or name another folder with --to.", error, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("../evil.png", "leads out")]
    [InlineData("/tmp/evil.png", "leads out")]
    [InlineData("top/0/A.png", "comes twice")]
    public async Task An_archive_with_such_a_name_is_refused(string name, string why)
    {
        using var server = new LoopbackServer(_ => Answer.Whole(Of(Good, new(name, Pixels))));
        await RefusedAsync(why, server);
    }

    [Fact]
    public async Task A_bomb_is_refused()
    {
        var bomb = Bomb(10L << 30);
        using var server = new LoopbackServer(_ => Answer.Whole(Of(Good, new("top/0/b.png", bomb) { Method = 8, Declared = 1000 })));
        await RefusedAsync("does not fit its checksum", server);
    }

    [Fact]
    public async Task A_million_entries_are_refused()
    {
        await using (var file = File.Create(_folder["crowd.zip"]))
        using (var zip = new ZipSketch(file))
        {
            zip.Add(Good);
            for (var i = 1; i < 1_000_000; i++) zip.List(new($"{i}.png", Pixels), offset: 0);
            zip.Finish();
        }

        var crowd = await File.ReadAllBytesAsync(_folder["crowd.zip"], TestContext.Current.CancellationToken);
        File.Delete(_folder["crowd.zip"]);
        using var server = new LoopbackServer(_ => Answer.Whole(crowd));
        await RefusedAsync("the list of its files has more than", server);
    }

    [Theory]
    [InlineData("200 OK", "PK but no archive", "it is no zip archive")]
    [InlineData("200 OK", "<!doctype html><title>Log in</title>", "it is a web page")]
    [InlineData("404 Not Found", "", "fetch it with a browser, and give the file by --from.")]
    public async Task What_is_no_archive_is_said(string status, string body, string why)
    {
        var bytes = System.Text.Encoding.ASCII.GetBytes(body);
        using var server = new LoopbackServer(_ => new(status, [$"Content-Length: {bytes.Length}"], bytes));
        await RefusedAsync(why, server);
    }

    [Fact]
    public async Task What_is_left_out_is_named_and_is_exit_code_1()
    {
        var odd = Enumerable.Range(0, 12).Select(i => new Item($"top/0/\u001b{i}.png", Pixels));
        At(_folder["mine.zip"], [Good, new("top/0/link.png", "/etc/passwd"u8.ToArray()) { Mode = 0xA1FF }, .. odd]);
        Directory.CreateDirectory(_folder["data"]);
        var (code, output, error) = await RunAsync("--from", _folder["mine.zip"]);
        Assert.Equal((ExitCode.Failed, ""), (code, error));
        Assert.Contains("Left out: 'top/0/link.png' is a link.", output, StringComparison.Ordinal);
        Assert.Contains("Left out: 'top/0/\uFFFD0.png' has a name that not every system takes.", output, StringComparison.Ordinal);
        Assert.Contains("Left out: 3 more.", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output);
        Assert.Equal([_folder["data", "0", "a.png"]], Directory.GetFiles(_folder["data"], "*", SearchOption.AllDirectories));
        Assert.True(File.Exists(_folder["mine.zip"]));
    }

    [Fact]
    public async Task Who_asks_for_the_same_at_the_same_time_waits_and_finds_it()
    {
        var archive = Of(Good);
        var (asked, go) = (new TaskCompletionSource(), new ManualResetEventSlim());
        using var _ = go;
        using var server = new LoopbackServer(r =>
        {
            asked.TrySetResult();
            go.Wait(TestContext.Current.CancellationToken);
            return Answer.Whole(archive);
        });
        var first = RunAsync("--from", server.Address.ToString());
        await asked.Task.WaitAsync(TestContext.Current.CancellationToken);
        using var second = MathSymbolsProcess.Start(["data", "download", "--to", _folder["data"], "--work", _folder["work"], "--from", server.Address.ToString()]);
        Assert.Equal("Another process is unpacking into the same folder; waiting for it.", await second.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
        go.Set();
        Assert.Equal(ExitCode.Success, (await first).ExitCode);
        Assert.Contains("nothing is to be done", await second.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await second.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(ExitCode.Success, second.ExitCode);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Ctrl_C_is_exit_code_130_and_the_next_try_goes_on()
    {
        Interrupt.SkipWhereIgnored();
        var archive = Of(new Item("0/a.png", new byte[500_000]));
        using var server = new LoopbackServer(r => r.From > 0 ? Answer.Rest(archive, r.From, "\"one\"") : Answer.Whole(archive, "\"one\"", onlyFirst: 200_000) with { ThenSilence = true });
        using (var process = MathSymbolsProcess.Start(["data", "download", "--to", _folder["data"], "--work", _folder["work"], "--from", server.Address.ToString()]))
        {
            while (!process.HasExited && !(Directory.Exists(_folder["work", "downloads"]) && Directory.GetFiles(_folder["work", "downloads"], "*.part").Any(p => new FileInfo(p) is { Exists: true, Length: > 0 })))
                await Task.Delay(1, TestContext.Current.CancellationToken);
            await Interrupt.SendAsync(process);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(ExitCode.Interrupted, process.ExitCode);
            Assert.Matches(@"^mathsymbols: stopped; the [0-9.]+ (bytes|kB) that have come stay, and the same command goes on from there\.\n$", await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        }

        Assert.False(Directory.Exists(_folder["data"]));
        var (code, _, error) = await RunAsync("--from", server.Address.ToString());
        Assert.Equal((ExitCode.Success, ""), (code, error));
        Assert.InRange(server.Requests[^1].From, 1, 200_000);
    }

    [Fact]
    public async Task A_place_that_does_not_do_is_one_sentence()
    {
        Directory.CreateDirectory(_folder["data"]);
        await File.WriteAllTextAsync(_folder["data", "notes.txt"], "mine", TestContext.Current.CancellationToken);
        Assert.Contains("is not empty", await SentenceAsync("--from", _folder["no.zip"]), StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(_folder["data", "notes.txt"], TestContext.Current.CancellationToken));
        File.Delete(_folder["data", "notes.txt"]);
        Assert.Contains("There is no file", await SentenceAsync("--from", _folder["no.zip"]), StringComparison.Ordinal);
        Assert.Contains("https://", await SentenceAsync("--from", "http://192.0.2.1/a.zip"), StringComparison.Ordinal);
        Assert.Contains("--from takes a", await SentenceAsync("--from", ""), StringComparison.Ordinal);
        Assert.Contains("KAGGLE_KEY is not", await SentenceAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_dataset_itself_comes_whole_and_is_known()
    {
        var real = Shared.Need(KnownDataset.Name);
        await ZipFile.CreateFromDirectoryAsync(real, _folder["real.zip"], CompressionLevel.NoCompression, includeBaseDirectory: true, TestContext.Current.CancellationToken);
        var archive = await File.ReadAllBytesAsync(_folder["real.zip"], TestContext.Current.CancellationToken);
        using var server = new LoopbackServer(_ => Answer.Whole(archive, tag: "\"real\""));
        foreach (var said in (string[])["unpacked from the archive's folder", "is there already."])
        {
            var (code, output, error) = await RunAsync("--from", server.Address.ToString());
            Assert.Equal((ExitCode.Success, ""), (code, error));
            Assert.Contains(said, output, StringComparison.Ordinal);
            Assert.Contains("10071 images in 19 classes, as many of each as the known dataset has.\nThe content is that of the committed records.\n", output, StringComparison.Ordinal);
        }

        Assert.Single(server.Requests);
        Assert.Equal(ImageFolder.Open(real).Files, ImageFolder.Open(_folder["data"]).Files);
    }

    private async Task RefusedAsync(string why, LoopbackServer server)
    {
        Assert.Contains(why, await SentenceAsync("--from", server.Address.ToString()), StringComparison.Ordinal);
        Assert.Equal(["work"], Directory.GetFileSystemEntries(_folder.Root).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Empty(Directory.GetFiles(_folder["work", "downloads"], "*.zip"));
    }

    private async Task<string> SentenceAsync(params string[] arguments)
    {
        var (code, _, error) = await RunAsync(arguments);
        Assert.Equal(ExitCode.Refused, code);
        Assert.StartsWith("mathsymbols: ", error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
        return error;
    }

    // Half of the credentials: no test asks Kaggle.
    private Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments) => MathSymbolsProcess.RunAsync(
        ["data", "download", "--to", _folder["data"], "--work", _folder["work"], .. arguments], [("KAGGLE_USERNAME", "me"), ("KAGGLE_KEY", "")], cancellation: TestContext.Current.CancellationToken);
}
