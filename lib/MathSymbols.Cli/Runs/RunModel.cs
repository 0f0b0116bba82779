using MathSymbols.Cli.Progress;
using MathSymbols.Data;
using MathSymbols.Evaluation;
using MathSymbols.Features;
using MathSymbols.Models;
using MathSymbols.Runs;
using MathSymbols.Runtime;
using static TorchSharp.torch;

namespace MathSymbols.Cli.Runs;

/// <summary>The model of a run with the weights that were kept, and the images it is measured on.</summary>
internal sealed class RunModel : IDisposable
{
    private readonly List<IDisposable> _owned = [];

    private RunModel(StoredRun run, Settings settings, TorchDevice device, IProgressLines lines, CancellationToken cancellation)
    {
        try
        {
            (Data, Model, Test) = Load(run, settings, device, lines, cancellation);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    private (Dataset Data, nn.Module<Tensor, Tensor> Model, BatchLoader Test) Load(StoredRun run, Settings settings, TorchDevice device, IProgressLines lines, CancellationToken cancellation)
    {
        var architecture = RunArchitecture.Of(run);
        var data = Own(Dataset.Open(settings, device, architecture.Size, settings.BatchSizeOr(run.Record.BatchSize), cancellation: cancellation));
        if (architecture.Model == RunArchitecture.AlexNet) return (data, Own(new AlexNet(data.ClassNames.Count, architecture.Activation, architecture.Size, device)), data.Test());
        if (architecture.Model == RunArchitecture.SymbolNet) return (data, Own(new SymbolNet(data.ClassNames.Count, device)), data.Test());
        var features = Own(FeatureCache.Open(data, Own(RunBase.Open(run, architecture, settings, device, new DownloadLines(lines).Show, cancellation)), settings.WorkFolder, cancellation));
        features.Fill(data.Split.Test, p => lines.State($"{p}", (double)p.Done / p.Total), cancellation);
        return (data, Own(new Vgg19Head(features.Values, data.ClassNames.Count, device)), features.Test());
    }

    /// <summary>The images.</summary>
    public Dataset Data { get; }

    /// <summary>The test images as the model takes them.</summary>
    public BatchLoader Test { get; }

    private nn.Module<Tensor, Tensor> Model { get; }

    /// <summary>Opens a run's model.</summary>
    public static RunModel Open(StoredRun run, string weights, Settings settings, TorchDevice device, IProgressLines lines, CancellationToken cancellation)
    {
        var opened = new RunModel(run, settings, device, lines, cancellation);
        try
        {
            WeightsFile.Read(weights, opened.Model);
            return opened;
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    /// <summary>Measures it on the test images.</summary>
    public Predictions Predict(CancellationToken cancellation) => Evaluator.Predict(Model, Test, cancellation);

    public void Dispose()
    {
        foreach (var owned in _owned.AsEnumerable().Reverse()) owned.Dispose();
    }

    private T Own<T>(T value)
        where T : IDisposable
    {
        _owned.Add(value);
        return value;
    }
}
