using System.CommandLine;
using MathSymbols.Cli.Commands;
using MathSymbols.Data.Synthetic;
using MathSymbols.Tests.Support;
using Xunit;

namespace MathSymbols.Cli.Tests;

public sealed class CommandLineTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("nonsense")]
    [InlineData("report --notebook 77")]
    [InlineData("report --set colour=red")]
    [InlineData("report --set colour")]
    [InlineData("report --to pdf")]
    [InlineData("export --out ./report")]
    [InlineData("data info --profile fast")]
    [InlineData("data info --data ./nowhere")]
    [InlineData("data info --split ./nowhere.tsv")]
    [InlineData("data pixels --size 0")]
    [InlineData("data pixels --size big")]
    [InlineData("data split")]
    [InlineData("data split --out ")]
    public async Task What_cannot_be_done_is_one_sentence_on_standard_error_and_exit_code_2(string arguments)
    {
        var (code, output, error) = await RunAsync(arguments.Split(' '));
        Assert.Equal(ExitCode.Refused, code);
        Assert.Equal("", output);
        Assert.StartsWith("mathsymbols: ", error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_command_that_writes_refuses_an_empty_place_before_it_begins()
    {
        var writing = Writing(RootCommandFactory.Create()).ToList();
        Assert.Equal(["data audit", "data folds", "data split", "export", "report", "robustness", "runs save"], writing.Select(w => string.Join(' ', w)).Order(StringComparer.Ordinal));
        Assert.All(writing, w => Assert.Contains(RootCommandFactory.Create().Parse([.. w, "--out", ""]).Errors, e => e.Message.StartsWith("--out takes a", StringComparison.Ordinal)));

        static IEnumerable<IEnumerable<string>> Writing(Command command) =>
            command.Subcommands.SelectMany(s => Writing(s).Select(w => w.Prepend(s.Name)).Concat(s.Options.Any(o => o.Name == "--out") ? [[s.Name]] : []));
    }

    [Fact]
    public async Task An_unknown_environment_variable_lists_the_known_settings()
    {
        var (code, _, error) = await RunAsync(["data", "info"], ("MATHSYMBOLS_COLOUR", "red"));
        Assert.Equal(ExitCode.Refused, code);
        Assert.Contains("batch-size, data, device", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_option_wins_over_the_environment()
    {
        SyntheticSymbols.WriteFolder(_folder["drawn"], 2, 1, TestContext.Current.CancellationToken);
        var (code, output, _) = await RunAsync(["data", "info", "--data", _folder["drawn"]], ("MATHSYMBOLS_DATA", _folder["nowhere"]));
        Assert.Equal(ExitCode.Success, code);
        Assert.Contains("38 images in 19 classes", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Data_split_writes_the_folders_and_never_over_something()
    {
        SyntheticSymbols.WriteFolder(_folder["drawn"], 10, 1, TestContext.Current.CancellationToken);
        string[] arguments = ["data", "split", "--data", _folder["drawn"], "--out", _folder["out"]];
        Assert.Equal(ExitCode.Success, (await RunAsync(arguments)).Code);
        Assert.Equal(19, Directory.GetFiles(_folder["out", "test"], "*.*", SearchOption.AllDirectories).Length);
        var (code, _, error) = await RunAsync(arguments);
        Assert.Equal(ExitCode.Refused, code);
        Assert.Contains("not empty", error, StringComparison.Ordinal);
        Assert.Equal(191, Directory.GetFiles(_folder["out"], "*.*", SearchOption.AllDirectories).Length);
    }

    [Fact]
    public async Task The_doctor_gives_a_verdict_on_everything()
    {
        var (code, output, error) = await RunAsync(["doctor"], ("MATHSYMBOLS_WORK", _folder["work"]));
        Assert.Equal((ExitCode.Success, ""), (code, error));
        Assert.All((string[])["SDK", "LibTorch", "libstdc++", "device", "data", "weights", "work folder", "disk"], what => Assert.Contains(what, output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Processes_that_start_at_once_share_one_adapted_library()
    {
        var runs = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => RunAsync(["doctor", "--data", AppContext.BaseDirectory], ("MATHSYMBOLS_WORK", _folder["work"]))));
        Assert.All(runs, r => Assert.Contains("ok      LibTorch", r.Output, StringComparison.Ordinal));
        if (Directory.Exists(_folder["work", "natives"])) Assert.Single(Directory.GetFiles(_folder["work", "natives"]));
    }

    [Fact]
    public async Task The_cache_can_be_listed_and_cleared()
    {
        SyntheticSymbols.WriteFolder(_folder["drawn"], 2, 1, TestContext.Current.CancellationToken);
        await RunAsync(["data", "pixels", "--size", "32", "--data", _folder["drawn"], "--work", _folder["work"]]);
        Assert.NotEmpty(Directory.GetFiles(_folder["work", "pixels"], "*.pixels"));
        await File.WriteAllTextAsync(_folder["work", "pixels", "mine.txt"], "kept", TestContext.Current.CancellationToken);
        Directory.CreateDirectory(_folder["work", "downloads"]);
        foreach (var name in (string[])["dataset-0.zip.lock", "dataset-0.zip.part"]) await File.WriteAllTextAsync(_folder["work", "downloads", name], "", TestContext.Current.CancellationToken);
        var (code, output, _) = await RunAsync(["cache", "--clear", "--work", _folder["work"]]);
        Assert.Contains("deleted downloads", output, StringComparison.Ordinal);
        Assert.Equal([_folder["work", "downloads", "dataset-0.zip.lock"]], Directory.GetFiles(_folder["work", "downloads"]));
        Assert.Equal(ExitCode.Success, code);
        Assert.Contains("deleted pixels", output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder["work", "pixels"], "*.pixels"));
        Assert.True(File.Exists(_folder["work", "pixels", "mine.txt"]));
    }

    private async Task<(int Code, string Output, string Error)> RunAsync(string[] arguments, params (string, string)[] environment)
    {
        var (code, output, error) = await MathSymbolsProcess.RunAsync(
            arguments, environment is [] ? [("MATHSYMBOLS_WORK", _folder["work"])] : environment, cancellation: TestContext.Current.CancellationToken);
        return (code, output, error);
    }
}
