using MathSymbols.Models;

namespace MathSymbols.Tests.Support;

/// <summary>VGG19's weights as they are before training: drawn once for a class of tests.</summary>
public sealed class UntrainedVgg19 : IDisposable
{
    public Vgg19Weights Weights { get; } = Vgg19Weights.Untrained(3);

    public void Dispose() => Weights.Dispose();
}
