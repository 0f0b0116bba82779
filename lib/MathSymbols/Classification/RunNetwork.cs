using MathSymbols.Models;
using MathSymbols.Runs;
using MathSymbols.Runtime;
using MathSymbols.Storage;
using static TorchSharp.torch;

namespace MathSymbols.Classification;

/// <summary>Builds the network of a run with the weights that were kept.</summary>
internal static class RunNetwork
{
    /// <summary>Builds it; the taker disposes of it.</summary>
    public static ClassifierNetwork Open(
        StoredRun run, RunArchitecture architecture, string weights, int classes, Settings settings, TorchDevice device, Action<DownloadProgress>? progress, CancellationToken cancellation)
    {
        if (architecture.Model == RunArchitecture.AlexNet)
        {
            var model = new AlexNet(classes, architecture.Activation, architecture.Size, device);
            return Read(model, () => new AlexNetNetwork(model));
        }

        if (architecture.Model == RunArchitecture.SymbolNet)
        {
            var model = new SymbolNet(classes, device);
            return Read(model, () => new SymbolNetNetwork(model));
        }

        var network = RunBase.Open(run, architecture, settings, device, progress, cancellation);
        try
        {
            var head = new Vgg19Head(Vgg19Base.FeaturesOf(architecture.Size), classes, device);
            return Read(head, () => new Vgg19Network(network, head));
        }
        catch
        {
            network.Dispose();
            throw;
        }

        ClassifierNetwork Read(nn.Module model, Func<ClassifierNetwork> made)
        {
            try
            {
                WeightsFile.Read(weights, model);
                if (!FiniteWeights.Are(model)) throw new RunException($"The run '{run.Label}' has weights that are no finite numbers: its training has diverged; take another run.");
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
