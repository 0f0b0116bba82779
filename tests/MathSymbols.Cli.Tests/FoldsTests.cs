using MathSymbols.Data.Synthetic;
using MathSymbols.Tests.Support;
using Xunit;

namespace MathSymbols.Cli.Tests;

public sealed class FoldsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Folds_are_written_for_the_option_that_takes_a_split_and_never_over_something()
    {
        SyntheticSymbols.WriteFolder(_folder["drawn"], 10, 1, TestContext.Current.CancellationToken);
        File.Copy(Directory.GetFiles(_folder["drawn", "x"])[0], _folder["drawn", "y", "copy.png"]);
        await File.WriteAllTextAsync(_folder["drawn", "z", "broken.png"], "no image", TestContext.Current.CancellationToken);
        var (code, output, error) = await RunAsync("folds", "--folds", "3", "--out", _folder["folds"]);
        Assert.Equal((ExitCode.Failed, ""), (code, error));
        Assert.Contains("3 folds of 192 images; 2 images in 1 group of copies stay together.", output, StringComparison.Ordinal);
        Assert.Contains("will not load, and is dealt out all the same: z/broken.png: the file is no image", output, StringComparison.Ordinal);
        string[] files = [.. Directory.GetFiles(_folder["folds"]).Order(StringComparer.Ordinal)];
        Assert.Equal(["fold-1.tsv", "fold-2.tsv", "fold-3.tsv"], files.Select(f => Path.GetFileName(f)));
        Assert.Equal(192, files.Sum(f => File.ReadLines(f).Count(l => l.EndsWith("\ttest", StringComparison.Ordinal))));

        (code, output, _) = await RunAsync("info", "--split", files[0]);
        Assert.Equal(ExitCode.Success, code);
        Assert.Contains("manifest fold-1.tsv, sha256 ", output, StringComparison.Ordinal);

        var before = File.ReadAllBytes(files[0]);
        (code, _, error) = await RunAsync("folds", "--folds", "2", "--seed", "5", "--out", _folder["folds"]);
        Assert.Equal(ExitCode.Refused, code);
        Assert.Contains("is not empty", error, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(files[0]));
    }

    [Fact]
    public async Task A_number_of_folds_that_cannot_be_is_refused_in_one_sentence()
    {
        SampleImages.Write(_folder["drawn"], 4, "a", "b");
        foreach (var (count, says) in ((string, string)[])[("1", "--folds"), ("9", "only 4 images")])
        {
            var (code, output, error) = await RunAsync("folds", "--folds", count, "--out", _folder["folds"]);
            Assert.Equal((ExitCode.Refused, ""), (code, output));
            Assert.Contains(says, error, StringComparison.Ordinal);
            Assert.Single(error.TrimEnd().Split('\n'));
            Assert.False(Path.Exists(_folder["folds"]));
        }
    }

    private Task<(int Code, string Output, string Error)> RunAsync(string command, params string[] arguments) =>
        MathSymbolsProcess.RunAsync(["data", command, "--data", _folder["drawn"], "--work", _folder["work"], .. arguments], cancellation: TestContext.Current.CancellationToken);
}
