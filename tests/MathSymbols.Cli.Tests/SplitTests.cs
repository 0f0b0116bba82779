using MathSymbols.Storage;
using MathSymbols.Tests.Support;
using Xunit;

namespace MathSymbols.Cli.Tests;

public sealed class SplitTests : IDisposable
{
    // What is copied as it is, though it cannot be decoded.
    private static readonly string[] Undecodable = ["text.png", "cut.png", "huge.png"];

    private readonly TemporaryFolder _folder = new();

    public SplitTests() => SampleImages.Write(_folder["images"], 10, "a", "b");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_can_be_copied_is_and_the_rest_is_named()
    {
        var bad = HostileFolder.Fill(_folder["images", "zz"]);
        try
        {
            // What a killed run has left.
            Directory.CreateDirectory(_folder["out.splitting.tmp", "train"]);
            var (code, output, error) = await RunAsync(_folder["out"]);
            Assert.Equal((ExitCode.Failed, ""), (code, error));
            var named = output.Split('\n').Where(l => l.StartsWith("left out: ", StringComparison.Ordinal)).ToList();
            var left = bad.Where(b => !Undecodable.Contains(b.Name)).ToList();
            Assert.Equal(left.Count, named.Count);
            Assert.All(left, b => Assert.Contains(named, l => l.StartsWith($"left out: zz/{Printable.Of(b.Name)}: ", StringComparison.Ordinal) && l.Contains(b.Reason, StringComparison.Ordinal)));
            Assert.DoesNotContain('\u001b', output);

            Assert.Equal(["images", "out"], Directory.GetFileSystemEntries(_folder.Root).Select(p => Path.GetFileName(p)).Where(n => n != "work").Order(StringComparer.Ordinal));
            var copied = Directory.GetFiles(_folder["out"], "*.*g", SearchOption.AllDirectories).Concat(Directory.GetFiles(_folder["out"], "*.PNG", SearchOption.AllDirectories)).Distinct().ToList();
            Assert.Equal(20 + HostileFolder.GoodNames.Count + Undecodable.Length, copied.Count);
            var listed = File.ReadLines(_folder["out", "split.tsv"]).Skip(1).Select(l => l.Split('\t')).Select(f => _folder[["out", f[1], .. f[0].Split('/')]]);
            Assert.Equal(listed.Order(StringComparer.Ordinal), copied.Order(StringComparer.Ordinal));
            Assert.All(copied, c => Assert.Equal(File.ReadAllBytes(_folder[["images", .. Path.GetRelativePath(_folder["out"], c).Split(Path.DirectorySeparatorChar)[1..]]]), File.ReadAllBytes(c)));
        }
        finally
        {
            HostileFolder.Clean(_folder["images", "zz"], bad);
        }
    }

    [Fact]
    public async Task Another_process_at_the_same_folder_is_said()
    {
        using (FileLock.TryAcquire(_folder["out.splitting.lock"])) await RefusedAsync($"Another process is writing '{_folder["out"]}'", _folder["out"]);
        Assert.Equal(ExitCode.Success, (await RunAsync(_folder["out"])).Code);
        Assert.False(File.Exists(_folder["out.splitting.lock"]));
        await RefusedAsync($"'{_folder["out"]}' is not empty", _folder["out"]);
    }

    [Fact]
    public async Task Too_little_room_is_said_with_the_option_that_names_another_folder()
    {
        using var disk = new SmallDisk(16);
        var error = await RefusedAsync($"free in '{disk.Root}'", Path.Combine(disk.Root, "out"));
        Assert.Contains("name another folder with --out", error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(disk.Root));
    }

    private async Task<string> RefusedAsync(string says, string folder)
    {
        var (code, output, error) = await RunAsync(folder);
        Assert.Equal((ExitCode.Refused, ""), (code, output));
        Assert.Contains(says, error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
        return error;
    }

    private Task<(int Code, string Output, string Error)> RunAsync(string folder) =>
        MathSymbolsProcess.RunAsync(["data", "split", "--data", _folder["images"], "--work", _folder["work"], "--out", folder], cancellation: TestContext.Current.CancellationToken);
}
