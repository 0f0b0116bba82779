using System.Diagnostics;
using MathSymbols.Runtime;
using TorchSharp;

namespace MathSymbols.Evaluation;

/// <summary>How long something takes in a warm process.</summary>
public static class Latency
{
    // The first calls load and compile.
    private const int WarmUp = 3;

    /// <summary>The median time of some calls.</summary>
    /// <param name="use">What is timed.</param>
    /// <param name="calls">How many times, at least 1; three more come before.</param>
    /// <param name="cancellation">Ends it before the next call.</param>
    public static TimeSpan Median(Action use, int calls, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(use);
        ArgumentOutOfRangeException.ThrowIfLessThan(calls, 1);
        var times = new List<TimeSpan>();
        for (var call = 0; call < WarmUp + calls; call++)
        {
            cancellation.ThrowIfCancellationRequested();
            var start = Stopwatch.GetTimestamp();
            use();
            if (call >= WarmUp) times.Add(Stopwatch.GetElapsedTime(start));
        }

        return times.Order().ElementAt(calls / 2);
    }

    /// <summary>The median time of a network for one image; the network is put into evaluation mode.</summary>
    /// <param name="network">Takes [1, 3, size, size].</param>
    /// <param name="size">Height and width in pixels.</param>
    /// <param name="device">Where its weights lie.</param>
    /// <param name="calls">How many times, at least 1; three more come before.</param>
    /// <param name="cancellation">Ends it before the next call.</param>
    public static TimeSpan OfForward(torch.nn.Module<torch.Tensor, torch.Tensor> network, int size, TorchDevice device, int calls, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(device);
        using var noGradient = torch.no_grad();
        network.eval();
        using var image = torch.rand(1, Data.PixelImage.Channels, size, size, device: device.ToTorch());

        // On a GPU a call has ended when its result is here.
        return Median(() => { using var scope = torch.NewDisposeScope(); network.forward(image).cpu(); }, calls, cancellation);
    }
}
