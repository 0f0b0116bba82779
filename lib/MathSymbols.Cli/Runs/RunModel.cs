using System.Globalization;
using System.Text.Json.Nodes;
using MathSymbols.Cli.Progress;
using MathSymbols.Cli.Training;
using MathSymbols.Data;
using MathSymbols.Evaluation;
using MathSymbols.Features;
using MathSymbols.Models;
using MathSymbols.Runs;
using MathSymbols.Runtime;
using MathSymbols.Training;
using MathSymbols.Tuning;
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
        var record = run.Record;
        var isVgg19 = record.Model == ModelOption.Vgg19;
        if (!isVgg19 && record.Model != ModelOption.AlexNet) throw Unknown(run);
        var size = ImageSize(record) ?? (isVgg19 ? Vgg19Plan.For(settings with { Profile = record.Profile }).Size : AlexNetPlan.For(settings).Size);
        var data = Own(Dataset.Open(settings, device, size, settings.BatchSizeOr(record.BatchSize), cancellation));
        if (!isVgg19) return (data, Own(new AlexNet(data.ClassNames.Count, ActivationOf(run), size, device)), data.Test());
        var features = Own(FeatureCache.Open(data, Own(Base(run, settings, device, lines, cancellation)), settings.WorkFolder, cancellation));
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

    private static Vgg19Base Base(StoredRun run, Settings settings, TorchDevice device, IProgressLines lines, CancellationToken cancellation)
    {
        var preprocessing = Text(run, "preprocessing") switch
        {
            "scaled" => Vgg19Preprocessing.Scaled,
            "keras" => Vgg19Preprocessing.Keras,
            _ => throw Unknown(run),
        };
        var network = Vgg19Base.Open(settings, preprocessing, device, new DownloadLines(lines).Show, cancellation);
        if (run.Record.Settings.GetValueOrDefault("base") is not { } digest || digest == network.Digest) return network;
        network.Dispose();
        throw new CommandException($"The run '{run.Label}' stands on other VGG19 weights than those that are found now ({network.Source}): name those with --vgg19-weights, or train again.");
    }

    private static int? ImageSize(RunRecord record) =>
        record.Settings.TryGetValue("image-size", out var text) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size > 0 ? size : null;

    private static Activation ActivationOf(StoredRun run) =>
        Text(run, AlexNetSearch.Activation) is { } name && Enum.TryParse<Activation>(name, ignoreCase: true, out var activation) ? activation : throw Unknown(run);

    private static string? Text(StoredRun run, string name) => run.Record.HyperParameters[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    private static CommandException Unknown(StoredRun run) => new($"The run '{run.Label}' is not a training of AlexNet or of VGG19's head whose settings are known: it cannot be measured.");

    private T Own<T>(T value)
        where T : IDisposable
    {
        _owned.Add(value);
        return value;
    }
}
