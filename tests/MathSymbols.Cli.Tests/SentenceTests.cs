using System.Runtime.InteropServices;
using MathSymbols.Runtime;
using TorchSharp;
using Xunit;

namespace MathSymbols.Cli.Tests;

public sealed class SentenceTests
{
    [Fact]
    public void Too_little_memory_is_no_error_to_report()
    {
        _ = TorchRuntime.Start(new Settings());
        foreach (var error in (Exception[])[new AggregateException(new InsufficientMemoryException()), Assert.ThrowsAny<ExternalException>(() => torch.empty(1L << 45))])
        {
            var sentence = Sentence.For(error);
            Assert.StartsWith("there is too little memory", sentence, StringComparison.Ordinal);
            Assert.DoesNotContain("report", sentence, StringComparison.Ordinal);
        }

        Assert.Contains("please report it", Sentence.For(new InvalidCastException("x")), StringComparison.Ordinal);
    }
}
