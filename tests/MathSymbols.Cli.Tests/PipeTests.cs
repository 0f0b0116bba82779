using System.Diagnostics;
using MathSymbols.Tests.Support;
using Xunit;

namespace MathSymbols.Cli.Tests;

/// <summary>Pipes that nobody writes to, and devices that never end, where a file should be.</summary>
public sealed class PipeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public PipeTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs named pipes in folders");
        foreach (var name in (string[])["a", "b"]) SampleImages.WritePng(_folder["images", name, "x.png"], 20, 20, SkiaSharp.SKColors.Red);
    }

    public void Dispose() => _folder.Dispose();

    [Fact(Timeout = 120_000)]
    public async Task Where_a_file_should_be_they_are_refused_by_name()
    {
        var stop = TestContext.Current.CancellationToken;
        var pipe = Pipe(_folder["pipe"]);
        var credentials = Pipe(_folder["home", ".kaggle", "kaggle.json"]);
        await RefusedAsync(pipe, ["data", "info", "--data", _folder["images"], "--split", pipe], stop);
        await RefusedAsync(pipe, ["predict", "--model", pipe, _folder["images"]], stop);
        await RefusedAsync(pipe, ["weights", "--vgg19-weights", pipe], stop);
        await RefusedAsync(credentials, ["data", "download", "--to", _folder["to"]], stop);
        await RefusedAsync("/dev/zero", ["data", "info", "--data", _folder["images"], "--split", "/dev/zero"], stop);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_run_whose_record_is_one_is_passed_over_by_name()
    {
        var record = Pipe(_folder["work", "runs", "r", "run.json"]);
        var (code, _, error) = await RunAsync(["runs"], TestContext.Current.CancellationToken);
        Assert.Equal(ExitCode.Success, code);
        Assert.Contains($"'{record}' is passed over: it is a pipe", error, StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task Among_the_images_that_are_there_one_is_not_waited_for()
    {
        var pipe = Pipe(_folder["images", "a", "pipe.png"]);
        await File.WriteAllTextAsync(_folder["other.zip"], "no archive", TestContext.Current.CancellationToken);
        var (code, _, error) = await RunAsync(["data", "download", "--from", _folder["other.zip"], "--to", _folder["images"]], TestContext.Current.CancellationToken);
        Assert.Equal(ExitCode.Refused, code);
        Assert.Equal($"mathsymbols: '{pipe}' cannot be read: it is a pipe or a device, no file.", error.TrimEnd());
    }

    private async Task RefusedAsync(string named, string[] arguments, CancellationToken stop)
    {
        var (code, output, error) = await RunAsync(arguments, stop);
        Assert.Equal((ExitCode.Refused, ""), (code, output));
        Assert.StartsWith($"mathsymbols: '{named}' cannot be read: ", error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    private Task<(int Code, string Output, string Error)> RunAsync(string[] arguments, CancellationToken stop) =>
        MathSymbolsProcess.RunAsync([.. arguments, "--work", _folder["work"]], [("HOME", _folder["home"]), ("MATHSYMBOLS_DOWNLOAD", "true")], cancellation: stop);

    private static string Pipe(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var made = Process.Start("mkfifo", [path]);
        made.WaitForExit();
        Assert.Equal(0, made.ExitCode);
        return path;
    }
}
