using MathSymbols.Data;
using MathSymbols.Runtime;
using Xunit;

namespace MathSymbols.Tests.Support;

/// <summary>60 tiny images of 3 classes: 54 to train and validate on, 6 to test.</summary>
internal static class TinyDataset
{
    public static readonly TorchDevice Device = new(DeviceKind.Cpu, "the test's processor", 1, "0", 0);

    public static Settings Settings(TemporaryFolder folder)
    {
        SampleImages.Write(folder["images"], 20, "a", "b", "c");
        return new() { Data = folder["images"], Work = folder["work"] };
    }

    public static Dataset Open(Settings settings, int batchSize = 7) => Dataset.Open(settings, Device, 8, batchSize, cancellation: TestContext.Current.CancellationToken);
}
