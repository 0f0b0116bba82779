using System.Diagnostics;
using MathSymbols.Classification;
using MathSymbols.Data;
using MathSymbols.Models;
using MathSymbols.Runs;
using MathSymbols.Storage;
using MathSymbols.Storage.Safetensors;
using MathSymbols.Tests.Support;
using Xunit;

namespace MathSymbols.Tests.Storage;

public sealed class RegularFileTests : IDisposable
{
    private const string PipeReason = "it is a pipe or a device, no file";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_text_reads_back_whole_and_by_lines_whatever_its_encoding()
    {
        foreach (var encoding in (System.Text.Encoding[])[new System.Text.UTF8Encoding(false), System.Text.Encoding.UTF8, System.Text.Encoding.Unicode])
        {
            File.WriteAllText(_folder["text"], "ä\nb\r\n\nc", encoding);
            Assert.Equal("ä\nb\r\n\nc", RegularFile.ReadText(_folder["text"], 100));
            Assert.Equal(["ä", "b", "", "c"], RegularFile.ReadLines(_folder["text"], 100));
        }
    }

    [Fact]
    public void A_text_may_be_as_long_as_the_limit_and_no_longer()
    {
        File.WriteAllText(_folder["text"], new string('x', 100_000));
        Assert.Equal(100_000, RegularFile.ReadText(_folder["text"], 100_000).Length);
        var error = Assert.Throws<UnfitFileException>(() => RegularFile.ReadText(_folder["text"], 99_999));
        Assert.Equal($"'{_folder["text"]}' cannot be read: {error.Reason}.", error.Message);
        Assert.StartsWith("it is longer than 100.0 kB", error.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_device_that_never_ends_is_given_up_at_the_limit()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs such a device");
        Assert.StartsWith("it is longer than", Assert.Throws<UnfitFileException>(() => RegularFile.ReadText("/dev/zero", 1_000_000)).Reason, StringComparison.Ordinal);
        Assert.Equal("", RegularFile.ReadText("/dev/null", 1));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_pipe_that_nobody_writes_to_is_refused_wherever_a_file_should_be()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs named pipes in folders");
        var images = SampleImages.Write(_folder["images"], 1, "a");
        var pipe = Pipe("images", "a", OwnImages.LabelsName);
        foreach (var open in (Action[])
        [
            () => SplitManifest.Read(images, pipe),
            () => OwnImages.Open(_folder["images", "a"], new WorkFolder(_folder["work"]), TestContext.Current.CancellationToken),
            () => PredictionsFile.Read(pipe),
            () => SafetensorsFile.Open(pipe),
            () => Md5.OfFile(pipe, TestContext.Current.CancellationToken),
        ])
        {
            var error = await Assert.ThrowsAsync<UnfitFileException>(() => Task.Run(open, TestContext.Current.CancellationToken));
            Assert.Equal($"'{pipe}' cannot be read: {PipeReason}.", error.Message);
        }

        var weights = await Assert.ThrowsAsync<WeightsException>(() => Task.Run(() => Vgg19Weights.Read(pipe, TestContext.Current.CancellationToken), TestContext.Current.CancellationToken));
        Assert.Contains($"'{pipe}' cannot be opened ({PipeReason})", weights.Message, StringComparison.Ordinal);

        var record = Pipe("work", "runs", "r", RunStore.RecordName);
        var store = await Task.Run(() => RunStore.Open(new WorkFolder(_folder["work"]), committed: null), TestContext.Current.CancellationToken);
        Assert.Equal($"The run record '{record}' is passed over: {PipeReason}.", Assert.Single(store.Damaged).Reason);
    }

    [Theory]
    [InlineData("relative")]
    [InlineData("absolute")]
    public void Why_a_file_cannot_be_read_is_said_without_its_path(string how)
    {
        var path = how == "absolute" ? _folder["nothing", "x"] : Path.GetRelativePath(Environment.CurrentDirectory, _folder["nothing", "x"]);
        var error = Assert.ThrowsAny<IOException>(() => RegularFile.Open(path));
        Assert.Equal("it is not there", RegularFile.Why(error, path));
        Assert.Equal("The file has gone", RegularFile.Why(new IOException($"The file has gone: '{Path.GetFullPath(path)}'."), path));
    }

    private string Pipe(params string[] parts)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder[parts])!);
        using var made = Process.Start("mkfifo", [_folder[parts]]);
        made.WaitForExit();
        Assert.Equal(0, made.ExitCode);
        return _folder[parts];
    }
}
