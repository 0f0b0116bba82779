using MathSymbols.Classification;
using MathSymbols.Data;
using MathSymbols.Tests.Support;
using Xunit;

namespace MathSymbols.Tests.Classification;

public sealed class HandwritingResultTests : IDisposable
{
    private static readonly HandwritingResult Result = new(TinyClassifiers.Provenance, "own", "f00d",
    [
        new("1.png", "a", new("a", 0.9f), new("b", 0.5f), new("a", 0.5f)),
        new("2.png", "b", new("b", 0.25f), new("b", 1), new("b", 1)),
        new("3.png", "c", new("b", 0.6f), new("b", 0.6f), new("c", 0.6f)),
        new("4.png", null, new("a", 0.7f), new("a", 0.8f), new("a", 0.8f)),
    ]);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Only_images_whose_class_is_known_are_counted()
    {
        Assert.Equal((3, 2, 1, 3), (Result.Known, Result.Right(Framing.Squash), Result.Right(Framing.Ink), Result.RightExchanged));
        Assert.Equal("Of 3 images, 2 are classified correctly the report's way, squashed whole, and 1 when the ink alone is taken.", Result.ToString());
    }

    [Fact]
    public void What_is_written_is_read_back()
    {
        Assert.Null(HandwritingResult.Read(_folder["result.json"]));
        Result.Write(_folder["result.json"]);
        Assert.Equivalent(Result, HandwritingResult.Read(_folder["result.json"]), strict: true);
    }

    [Theory]
    [InlineData("\"mathsymbols-handwriting\"", "\"something\"", "the member 'format' is not 'mathsymbols-handwriting'")]
    [InlineData("\"version\": 1", "\"version\": 2", "newer MathSymbols")]
    [InlineData("\"rows\"", "\"lines\"", "the member 'rows' is missing")]
    [InlineData("{", "[", "it is no JSON")]
    public void A_damaged_file_is_said_in_a_sentence(string part, string instead, string expected)
    {
        Result.Write(_folder["result.json"]);
        var text = File.ReadAllText(_folder["result.json"]);
        File.WriteAllText(_folder["result.json"], text.Replace(part, instead, StringComparison.Ordinal));
        var error = Assert.Throws<DataException>(() => HandwritingResult.Read(_folder["result.json"]));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.EndsWith("run 06-handwriting again.", error.Message, StringComparison.Ordinal);
    }
}
