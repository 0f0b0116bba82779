using Xunit;

namespace MathSymbols.Cli.Tests;

public sealed class SentenceTests
{
    [Fact]
    public void Too_little_memory_is_no_error_to_report()
    {
        var sentence = Sentence.For(new AggregateException(new InsufficientMemoryException()));
        Assert.StartsWith("there is too little memory", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("report", sentence, StringComparison.Ordinal);
        Assert.Contains("please report it", Sentence.For(new InvalidCastException("x")), StringComparison.Ordinal);
    }
}
