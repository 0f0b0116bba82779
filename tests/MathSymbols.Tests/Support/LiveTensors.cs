using TorchSharp;

namespace MathSymbols.Tests.Support;

/// <summary>Counts native tensors for tests that expect none to be left behind.</summary>
internal static class LiveTensors
{
    /// <summary>
    /// How many there are before something is measured. A convolution of TorchSharp leaves one to the garbage collector; those of earlier tests must not go while a later one counts.
    /// What is measured is then counted by <see cref="torch.Tensor.TotalCount"/> alone: a tensor that is left to the collector counts as left.
    /// </summary>
    public static long Settled()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return torch.Tensor.TotalCount;
    }
}
