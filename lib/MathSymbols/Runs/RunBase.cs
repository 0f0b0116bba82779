using MathSymbols.Models;
using MathSymbols.Runtime;
using MathSymbols.Storage;

namespace MathSymbols.Runs;

/// <summary>Finds the frozen network that a run's head was trained on.</summary>
public static class RunBase
{
    /// <summary>Opens the run's base: the weights that are found now, or the untrained ones if it stands on those.</summary>
    /// <param name="run">The run.</param>
    /// <param name="architecture">What its record says of its network: a head on VGG19.</param>
    /// <param name="settings">Where weights are looked for, and whether to download.</param>
    /// <param name="device">Where it computes.</param>
    /// <param name="progress">Told how far a download is.</param>
    /// <param name="cancellation">Ends download and reading.</param>
    /// <exception cref="RunException">The run stands on other weights.</exception>
    /// <exception cref="WeightsException">The file is damaged, or holds another network.</exception>
    public static Vgg19Base Open(StoredRun run, RunArchitecture architecture, Settings settings, TorchDevice device, Action<DownloadProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(architecture);
        var network = Vgg19Base.Open(settings, architecture.Preprocessing, device, progress, cancellation);
        if (architecture.BaseDigest is not { } digest || digest == network.Digest) return network;
        var source = network.Source;
        network.Dispose();
        network = Vgg19Base.OpenUntrained(architecture.Preprocessing, device);
        if (digest == network.Digest) return network;
        network.Dispose();
        throw new RunException($"The run '{run.Label}' stands on other VGG19 weights than those that are found now ({source}): name those with the setting vgg19-weights, or train again.");
    }
}
