using FsCheck.Xunit;
using MathSymbols.Runs;
using MathSymbols.Tests.Support;
using Xunit;

namespace MathSymbols.Tests.Runs;

public sealed class PredictionsFileTests : IDisposable
{
    private static readonly string[] Classes = ["0", "add", "ü z"];
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_text_is_a_table_of_tabs() => Assert.Equal(
        "path\tset\ttruth\t0\tadd\tü z\nadd/a b.png\ttest\tadd\t0\t1\t0.333333\n",
        new PredictionsFile(Classes, [new("add/a b.png", RunSet.Test, 1, [1e-9f, 1, 1f / 3])]).ToText());

    [Property(MaxTest = 20)]
    public bool Predictions_survive_their_file(ushort[] values)
    {
        var rows = values.Select((v, i) => new Prediction($"add/{i}.png", i % 2 == 0 ? RunSet.Test : RunSet.Validation, i % 3, [v / 65535f, 1 - v / 65535f, 0])).ToList();
        new PredictionsFile(Classes, rows).Write(_folder["p.tsv"]);
        var read = PredictionsFile.Read(_folder["p.tsv"]);
        return read.ClassNames.SequenceEqual(Classes) && read.Rows.Count == rows.Count && rows.Zip(read.Rows).All(p =>
            (p.First.Path, p.First.Set, p.First.Truth) == (p.Second.Path, p.Second.Set, p.Second.Truth) && p.First.Probabilities.Zip(p.Second.Probabilities).All(v => Math.Abs(v.First - v.Second) <= 5.1e-7));
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("path\tset\n", 1)]
    [InlineData("path\tset\ttruth\ta\ta\n", 1)]
    [InlineData("path\tset\ttruth\ta\tb\nx\ttest\ta\t1\n", 2)]
    [InlineData("path\tset\ttruth\ta\tb\nx\ttrain\ta\t1\t0\n", 2)]
    [InlineData("path\tset\ttruth\ta\tb\nx\ttest\ta\t1\t0\nx\ttest\tc\t1\t0\n", 3)]
    [InlineData("path\tset\ttruth\ta\tb\nx\ttest\ta\t1,5\t0\n", 2)]
    [InlineData("path\tset\ttruth\ta\tb\nx\ttest\ta\tNaN\t0\n", 2)]
    [InlineData("path\tset\ttruth\ta\tb\nx\ttest\ta\t1.5\t0\n", 2)]
    public void A_damaged_file_names_itself_and_the_line(string text, int line)
    {
        File.WriteAllText(_folder["p.tsv"], text);
        Assert.StartsWith($"'{_folder["p.tsv"]}', line {line}: ", Assert.Throws<RunException>(() => PredictionsFile.Read(_folder["p.tsv"])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_table_cannot_keep_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new PredictionsFile(Classes, [new("a\tb", RunSet.Test, 0, [1, 0, 0])]).ToText());
        Assert.Throws<ArgumentException>(() => new PredictionsFile(Classes, [new("a", RunSet.Test, 3, [1, 0, 0])]).ToText());
        Assert.Throws<ArgumentException>(() => new PredictionsFile(Classes, [new("a", RunSet.Test, 0, [float.NaN, 0, 0])]).ToText());
    }
}
