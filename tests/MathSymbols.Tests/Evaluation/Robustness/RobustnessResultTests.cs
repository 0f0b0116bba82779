using MathSymbols.Data;
using MathSymbols.Evaluation.Robustness;
using MathSymbols.Tests.Support;
using Xunit;

namespace MathSymbols.Tests.Evaluation.Robustness;

public sealed class RobustnessResultTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Each_perturbation_weighs_the_same_however_many_steps_it_has()
    {
        var result = RobustnessSamples.Result();
        Assert.Equal((0.65, 0.8), (result.Counts.Rows[0].Accuracy, result.Counts.Rows[1].Accuracy));
        Assert.Equal(0.725, result.Counts.Accuracy, 1e-12);
        Assert.Equal("Of 10 test images 90.00 % are classified correctly as they are, and 72.50 % when they are changed: the mean over 2 perturbations.", result.ToString());
    }

    [Fact]
    public void What_is_written_is_read_back()
    {
        foreach (var result in new[] { RobustnessSamples.Result(), RobustnessSamples.Result() with { Subject = RobustnessSamples.Result().Subject with { Sample = null }, Failures = [] } })
        {
            result.Write(_folder["result.json"]);
            Assert.Equivalent(result, RobustnessResult.Read(_folder["result.json"]), strict: true);
        }

        Assert.Equal([_folder["result.json"]], Directory.GetFiles(_folder.Root));
    }

    [Theory]
    [InlineData("\"mathsymbols-robustness\"", "\"something\"", "the member 'format' is not 'mathsymbols-robustness'")]
    [InlineData("\"version\": 1", "\"version\": 2", "newer MathSymbols")]
    [InlineData("\"perturbations\"", "\"rows\"", "the member 'perturbations' is missing")]
    [InlineData("\"correct\": 4", "\"correct\": 11", "the member 'perturbations[0].steps[1].correct' is not a whole number from 0 to 10")]
    [InlineData("\"count\": 10", "\"count\": 0", "the member 'clean.count' is not a whole number of 1 or more")]
    [InlineData("\"correct\": 8,\n          \"count\": 10", "\"correct\": 8,\n          \"count\": 12", "the steps do not all have the same count of images")]
    [InlineData("\"10°\"", "\"5°\"", "a perturbation or a step is there twice")]
    [InlineData("\"sample\": 10", "\"sample\": 0", "the member 'sample' is not a whole number of 1 or more")]
    [InlineData("\"seed\": 1001", "\"seed\": 1001, \"seed\": 2", "it is no JSON")]
    [InlineData("{", "[", "it is no JSON")]
    public void A_damaged_file_is_said_in_a_sentence(string part, string instead, string expected)
    {
        RobustnessSamples.Result().Write(_folder["result.json"]);
        var text = File.ReadAllText(_folder["result.json"]);
        var damaged = text.Replace(part, instead, StringComparison.Ordinal);
        Assert.NotEqual(text, damaged);
        File.WriteAllText(_folder["result.json"], damaged);
        var error = Assert.Throws<DataException>(() => RobustnessResult.Read(_folder["result.json"]));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.EndsWith("run `mathsymbols robustness` again.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_was_cut_off_is_never_taken_for_a_result()
    {
        RobustnessSamples.Result().Write(_folder["result.json"]);
        var whole = File.ReadAllBytes(_folder["result.json"]);
        for (var length = 0; length < whole.Length - 2; length += 7)
        {
            File.WriteAllBytes(_folder["result.json"], whole[..length]);
            Assert.Throws<DataException>(() => RobustnessResult.Read(_folder["result.json"]));
        }
    }
}
