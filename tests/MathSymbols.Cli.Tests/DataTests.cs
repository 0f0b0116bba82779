using System.Diagnostics;
using MathSymbols.Data.Synthetic;
using MathSymbols.Tests.Support;
using Xunit;

namespace MathSymbols.Cli.Tests;

public sealed class DataTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public DataTests() => SyntheticSymbols.WriteFolder(_folder["drawn"], 4, 1, TestContext.Current.CancellationToken);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_check_of_good_images_says_what_there_is()
    {
        var (code, output, error) = await RunAsync(["data", "check"]);
        Assert.Equal((ExitCode.Success, ""), (code, error));
        Assert.Contains("76 images in 19 classes; 76 load, 0 will not.", output, StringComparison.Ordinal);
        Assert.Matches(@"\n  mul +4 +4 +\d", output);
        Assert.DoesNotContain("will not load", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_of_hostile_files_has_a_line_for_each_and_exit_code_1()
    {
        var bad = HostileFolder.Fill(_folder["drawn", "zz"]);
        try
        {
            foreach (var (command, start) in ((string[], string)[])[(["data", "check"], "will not load: "), (["data", "audit", "--out", _folder["audit"]], "will not load: "), (["data", "pixels", "--size", "16"], "left out: ")])
            {
                var (code, output, error) = await RunAsync(command);
                Assert.Equal((ExitCode.Failed, ""), (code, error));
                var lines = output.Split('\n').Where(l => l.StartsWith(start, StringComparison.Ordinal)).ToList();
                Assert.Equal(bad.Count, lines.Count);
                foreach (var (name, reason) in bad)
                {
                    var shown = string.Concat(name.Select(c => char.IsControl(c) ? '\ufffd' : c));
                    Assert.Contains(lines, l => l.StartsWith($"{start}zz/{shown}: ", StringComparison.Ordinal) && l.Contains(reason, StringComparison.Ordinal));
                }

                Assert.DoesNotContain('\u001b', output);
            }
        }
        finally
        {
            HostileFolder.Clean(_folder["drawn", "zz"], bad);
        }
    }

    [Fact]
    public async Task The_notebooks_that_show_the_images_pass_over_hostile_files()
    {
        var bad = HostileFolder.Fill(_folder["drawn", "zz"]);
        try
        {
            await File.WriteAllTextAsync(_folder["drawn", "add", "0000.png"], "no image", TestContext.Current.CancellationToken);
            var (code, output, error) = await RunAsync(["report", "--notebook", "01", "--notebook", "02", "--out", _folder["report"]]);
            Assert.True(code == ExitCode.Success, output + error);
            var page = await File.ReadAllTextAsync(_folder["report", "index.html"], TestContext.Current.CancellationToken);
            Assert.Contains("left out: add/0000.png: the file is no image", page, StringComparison.Ordinal);
            Assert.DoesNotContain(_folder["drawn", "zz"], page, StringComparison.Ordinal); // Reasons tell no paths of the machine.
        }
        finally
        {
            HostileFolder.Clean(_folder["drawn", "zz"], bad);
        }
    }

    [Fact]
    public async Task A_file_that_may_not_be_read_is_named_and_a_folder_that_may_not_is_refused()
    {
        var under = Unprivileged.Need();
        var file = Directory.GetFiles(_folder["drawn", "x"]).Order(StringComparer.Ordinal).First();
        Unprivileged.Forbid(file);
        var (code, output, error) = await RunAsync(["data", "check"], under);
        Assert.Equal((ExitCode.Failed, ""), (code, error));
        Assert.Contains($"will not load: x/{Path.GetFileName(file)}: the file cannot be read: access is denied", output, StringComparison.Ordinal);

        Unprivileged.Forbid(_folder["drawn", "x"]);
        AssertRefused(await RunAsync(["data", "check"], under), _folder["drawn", "x"]);
        Unprivileged.Permit(_folder["drawn", "x"]);
    }

    [Fact]
    public async Task A_work_folder_that_may_not_be_written_to_is_refused_until_what_is_needed_is_there()
    {
        var under = Unprivileged.Need();
        Directory.CreateDirectory(_folder["work"]);
        Unprivileged.Protect(_folder["work"]);
        AssertRefused(await RunAsync(["data", "pixels", "--size", "16"], under), _folder["work"]);
        Unprivileged.Permit(_folder["work"]);
        Assert.Empty(Directory.GetFiles(_folder["work"], "*", SearchOption.AllDirectories));

        Assert.Equal(ExitCode.Success, (await RunAsync(["data", "pixels", "--size", "16"], under)).Code);
        foreach (var folder in Directory.GetDirectories(_folder["work"])) Unprivileged.Protect(folder);
        var (code, output, _) = await RunAsync(["data", "pixels", "--size", "16"], under);
        foreach (var folder in Directory.GetDirectories(_folder["work"])) Unprivileged.Permit(folder);
        Assert.Equal(ExitCode.Success, code);
        Assert.Contains("was there", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_disk_with_too_little_room_is_said_before_anything_is_written()
    {
        using var disk = new SmallDisk(16);
        AssertRefused(await RunAsync(["data", "pixels", "--size", "224", "--work", disk.Root]), disk.Root);
        Assert.DoesNotContain(Directory.GetFiles(disk.Root, "*", SearchOption.AllDirectories), f => !f.EndsWith(".lock", StringComparison.Ordinal) && !f.EndsWith(".json", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_two_builds_at_once_one_waits_and_goes_on_when_the_other_is_killed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs the signals of Unix");
        using var first = await BegunAsync();
        using var second = MathSymbolsProcess.Start(Arguments(["data", "pixels", "--size", "512"]));
        Assert.Equal("Another process is building the same file; waiting for it.", await second.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
        first.Kill();
        var rest = await second.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await second.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(ExitCode.Success, second.ExitCode);
        Assert.Contains("is built: 76 images", rest, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(_folder["work", "pixels"], "*.pixels"));
        Assert.Empty(Directory.GetFiles(_folder["work", "pixels"], "*.tmp"));
    }

    // A build that stands still in its midst.
    private async Task<Process> BegunAsync()
    {
        while (true)
        {
            var process = MathSymbolsProcess.Start(Arguments(["data", "pixels", "--size", "512"]));
            while (!process.HasExited && !Begun()) await Task.Yield();
            using (var stop = Process.Start("kill", ["-STOP", $"{process.Id}"])) await stop.WaitForExitAsync(TestContext.Current.CancellationToken);
            if (!process.HasExited && Begun()) return process;
            process.Kill();
            process.Dispose();
            Directory.Delete(_folder["work"], recursive: true);
        }

        bool Begun() => Directory.Exists(_folder["work", "pixels"]) && Directory.GetFiles(_folder["work", "pixels"], "*.tmp").Length > 0;
    }

    private static void AssertRefused((int Code, string Output, string Error) run, string named)
    {
        Assert.Equal(ExitCode.Refused, run.Code);
        Assert.StartsWith("mathsymbols: ", run.Error, StringComparison.Ordinal);
        Assert.Contains(named, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
    }

    private string[] Arguments(string[] arguments) => [.. arguments, "--data", _folder["drawn"], .. arguments.Contains("--work") ? (string[])[] : ["--work", _folder["work"]]];

    private async Task<(int Code, string Output, string Error)> RunAsync(string[] arguments, string[]? under = null) =>
        await MathSymbolsProcess.RunAsync(Arguments(arguments), under: under, cancellation: TestContext.Current.CancellationToken);
}
