using MathSymbols.Models;
using MathSymbols.Runs;
using MathSymbols.Runtime;
using MathSymbols.Storage;

namespace MathSymbols.Classification;

/// <summary>The network of a run with the weights that were kept.</summary>
/// <param name="Network">The network; the taker disposes of it.</param>
/// <param name="Base">What a head stands on; null for AlexNet.</param>
internal sealed record RunNetwork(ClassifierNetwork Network, ClassifierBase? Base)
{
    /// <summary>Builds the network and reads its weights.</summary>
    public static RunNetwork Open(
        StoredRun run, RunArchitecture architecture, string weights, int classes, Settings settings, TorchDevice device, Action<DownloadProgress>? progress, CancellationToken cancellation)
    {
        if (architecture.Model == RunArchitecture.AlexNet)
        {
            var model = new AlexNet(classes, architecture.Activation, architecture.Size, device);
            return new(Read(model, () => new AlexNetNetwork(model)), Base: null);
        }

        var network = RunBase.Open(run, architecture, settings, device, progress, cancellation);
        try
        {
            var head = new Vgg19Head(Vgg19Base.FeaturesOf(architecture.Size), classes, device);
            return new(Read(head, () => new Vgg19Network(network, head)), ClassifierBase.Of(network));
        }
        catch
        {
            network.Dispose();
            throw;
        }

        T Read<T>(TorchSharp.torch.nn.Module model, Func<T> made)
        {
            try
            {
                WeightsFile.Read(weights, model);
                return made();
            }
            catch
            {
                model.Dispose();
                throw;
            }
        }
    }
}
