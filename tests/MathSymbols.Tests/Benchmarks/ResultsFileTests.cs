using MathSymbols.Benchmarks;
using MathSymbols.Runtime;
using Xunit;

namespace MathSymbols.Tests.Benchmarks;

public sealed class ResultsFileTests
{
    [Fact]
    public void A_part_replaces_its_own_section_only()
    {
        var both = ResultsFile.Replaced(ResultsFile.Replaced("", "training", "old\n"), "data", "first\n");
        Assert.EndsWith("\n## `bench data`\n\nfirst\n\n## `bench training`\n\nold\n", both, StringComparison.Ordinal);
        Assert.Equal(both.Replace("old", "new", StringComparison.Ordinal), ResultsFile.Replaced(both, "training", "new\n"));
    }

    [Fact]
    public void The_committed_file_is_written_the_same_way()
    {
        var path = Path.Combine(SolutionFolder.Find()!, "tests", "MathSymbols.Benchmarks", "RESULTS.md");
        var text = File.ReadAllText(path).ReplaceLineEndings("\n");
        var data = text.Split("\n## `bench data`\n\n")[1].Split("\n## ")[0];
        Assert.Equal(text, ResultsFile.Replaced(text, "data", data));
    }
}
