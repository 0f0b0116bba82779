using System.Runtime.InteropServices;
using MathSymbols.Data;
using MathSymbols.Models;
using MathSymbols.Runs;
using MathSymbols.Runtime;
using MathSymbols.Storage;
using MathSymbols.Storage.Safetensors;
using MathSymbols.Training;
using static TorchSharp.torch;

namespace MathSymbols.Classification;

/// <summary>A trained model that names the symbol in an image: it is made of a run's weights, saved to one safetensors file, loaded again, and takes images of any size.</summary>
public sealed class SymbolClassifier : IDisposable
{
    private const int BatchSize = 16;

    private readonly ClassifierNetwork _network;
    private readonly TorchDevice _device;

    internal SymbolClassifier(ClassifierDescription description, ClassifierNetwork network, TorchDevice device) => (Description, _network, _device) = (description, network, device);

    /// <summary>What it is and where it comes from.</summary>
    public ClassifierDescription Description { get; }

    /// <summary>The classes, in the order of the probabilities.</summary>
    public IReadOnlyList<string> Labels => Description.Labels;

    /// <summary>Makes a classifier of a run whose weights were kept. SymbolNet is calibrated on the validation images, changed as its training images are; see <see cref="ClassifierCalibration"/>.</summary>
    /// <param name="run">The run.</param>
    /// <param name="data">The images that it was trained on, for the margins of their ink.</param>
    /// <param name="settings">Where VGG19's weights are looked for.</param>
    /// <param name="device">Where it computes.</param>
    /// <param name="weights">Which of the run's weights: one of <see cref="RunWeights"/>.</param>
    /// <param name="progress">Told how far a download of VGG19's weights is.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="RunException">The run has kept no such weights, was made on other images or with another split, or stands on another base than the one found here.</exception>
    /// <exception cref="WeightsException">VGG19's weights are damaged.</exception>
    public static SymbolClassifier Of(
        StoredRun run, Dataset data, Settings settings, TorchDevice device, string weights = RunWeights.LastEpoch, Action<DownloadProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(device);
        if (run.Record.Data.Fingerprint != data.Pixels.Fingerprint) throw new RunException($"The run '{run.Label}' was not made on the images in '{data.Images.Root}': name its own with the setting data.");
        if (run.Record.Data.Split != data.Split.Name) throw new RunException($"The run '{run.Label}' was made with another split ({run.Record.Data.Split}) than the one given ({data.Split.Name}): name its own with the setting split.");
        var (architecture, path) = (RunArchitecture.Of(run), run.WeightsPath(weights) ?? throw new RunException($"The run '{run.Label}' has kept no weights of its {weights}: train it again."));
        var network = RunNetwork.Open(run, architecture, path, data.ClassNames.Count, settings, device, progress, cancellation);
        try
        {
            var description = new ClassifierDescription(architecture.Model, data.ClassNames, architecture.Size, InkMargins.Of(data, cancellation), architecture.Activation, network.Base, ClassifierProvenance.Of(run, weights));
            return architecture.Model == RunArchitecture.SymbolNet
                ? new(description with { Calibration = CalibrationFit.Of(network, data, SymbolNetPlan.Augmentation, cancellation) }, network, device)
                : new(description, network, device);
        }
        catch
        {
            network.Dispose();
            throw;
        }
    }

    /// <summary>Makes a classifier of the run that was chosen; where that is a committed run, which has no weights, loads the one that comes with the project.</summary>
    /// <param name="choice">The choice.</param>
    /// <param name="data">The images that own runs were trained on.</param>
    /// <param name="settings">Where VGG19's weights are looked for.</param>
    /// <param name="device">Where it computes.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="IOException">There is neither: the message says what to run first.</exception>
    /// <exception cref="RunException">The run was recorded without its weights, or stands on another base than the one found here.</exception>
    public static SymbolClassifier Of(ModelChoice choice, Dataset data, Settings settings, TorchDevice device, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(choice);
        if (choice.Own) return Of(choice.Chosen, data, settings, device, cancellation: cancellation);
        return LoadCommitted(settings, device, out var reason, cancellation) ?? throw new ClassifierException($"There is no own run on these images: run 03-alexnet or 04-vgg19 first. The committed classifier cannot stand in: {reason}");
    }

    /// <summary>Loads the head on VGG19 that comes with the project, if all that it needs is here.</summary>
    /// <param name="settings">Where VGG19's weights are looked for.</param>
    /// <param name="device">Where it computes.</param>
    /// <param name="reason">One sentence when there is none: why, and what to do; otherwise null.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>Null when it lies neither beside this library nor in a clone, or VGG19's weights are not here and cannot be downloaded.</returns>
    /// <exception cref="IOException">A file is damaged.</exception>
    public static SymbolClassifier? LoadCommitted(Settings settings, TorchDevice device, out string? reason, CancellationToken cancellation = default)
    {
        var path = SavedClassifier.Find();
        reason = path is null ? $"There is no models/{SavedClassifier.Name} beside this program, and no clone around it." : Vgg19WeightsFile.Obtain(settings, cancellation: cancellation).Reason;
        return path is not null && reason is null ? Load(path, settings, device, cancellation: cancellation) : null;
    }

    /// <summary>Loads a saved classifier.</summary>
    /// <param name="path">A file that <see cref="Save"/> has written.</param>
    /// <param name="settings">Where VGG19's weights are looked for, if the file does not hold them.</param>
    /// <param name="device">Where it computes.</param>
    /// <param name="progress">Told how far a download of VGG19's weights is.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="IOException">The file is missing, damaged or no classifier (a <see cref="SafetensorsException"/> or a <see cref="ClassifierException"/>), or what it stands on is not here.</exception>
    public static SymbolClassifier Load(string path, Settings settings, TorchDevice device, Action<DownloadProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(device);
        using var file = SafetensorsFile.Open(path);
        var description = ClassifierFormat.Read(path, file.Metadata);
        file.VerifyChecksum();
        var reader = new ClassifierReader(file);
        ClassifierNetwork network = description.Architecture switch
        {
            RunArchitecture.SymbolNet => SymbolNetNetwork.Read(reader, description, device),
            RunArchitecture.Vgg19 => Vgg19Network.Read(path, reader, description, settings, device, progress, cancellation),
            _ => AlexNetNetwork.Read(reader, description, device),
        };
        try
        {
            reader.RequireAll();

            // Another file with nearly the same numbers may stand under the head now: what is saved next names it.
            return new(description with { Base = network.Base }, network, device);
        }
        catch
        {
            network.Dispose();
            throw;
        }
    }

    /// <summary>Saves it to one safetensors file; a kill at any moment leaves the old file or the new.</summary>
    /// <param name="path">The file to create or replace; its folder is created when it is missing.</param>
    /// <param name="withBase">Whether VGG19's convolutions go into the file, too: 80 MB with which a head needs nothing else. AlexNet is always whole.</param>
    /// <returns>The file's length in bytes.</returns>
    /// <exception cref="IOException">The disk is full, or the folder cannot be written to.</exception>
    public long Save(string path, bool withBase = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        TensorEntry[] entries = [.. _network.Entries(withBase)];
        DiskSpace.Require(new WorkFolder(Path.GetDirectoryName(Path.GetFullPath(path))!), entries.Sum(e => e.Length), "Saving the classifier");
        SafetensorsWriter.Write(path, ClassifierFormat.Write(Description), entries);
        return new FileInfo(path).Length;
    }

    /// <summary>Names the symbols in images.</summary>
    /// <param name="images">The images, at any sizes.</param>
    /// <param name="framing">How each becomes a square.</param>
    /// <param name="cancellation">Ends it before the next batch.</param>
    /// <returns>One prediction an image, in their order.</returns>
    /// <exception cref="ClassifierException">A probability is no number: the weights are finite, and too large.</exception>
    public IReadOnlyList<SymbolPrediction> Predict(IReadOnlyList<PixelImage> images, Framing framing = Framing.Squash, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(images);
        return [.. images.Chunk(BatchSize).SelectMany(batch => PredictFramed(Frame(batch, framing, cancellation), cancellation))];
    }

    /// <summary>Names the symbols in images that <see cref="Frame(PixelImage, Framing)"/> has made squares of.</summary>
    /// <param name="squares">The squares.</param>
    /// <param name="cancellation">Ends it before the next batch.</param>
    /// <returns>One prediction a square, in their order.</returns>
    /// <exception cref="ArgumentException">One is of another size.</exception>
    /// <exception cref="ClassifierException">A probability is no number: the weights are finite, and too large.</exception>
    public IReadOnlyList<SymbolPrediction> PredictFramed(IReadOnlyList<PixelImage> squares, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(squares);
        using var noGradient = no_grad();
        var calibration = Description.Calibration;
        var predictions = new List<SymbolPrediction>(squares.Count);
        foreach (var batch in squares.Chunk(BatchSize))
        {
            using var scope = NewDisposeScope();
            var probabilities = nn.functional.softmax(_network.Logits(Tensor(batch, cancellation)) / Number.Of(calibration.Temperature), 1).cpu().data<float>().ToArray();
            if (!probabilities.All(float.IsFinite)) throw new ClassifierException("The classifier gives probabilities that are no numbers: its weights are too large; take another.");
            predictions.AddRange(probabilities.Chunk(Labels.Count).Select(p => new SymbolPrediction(Labels, p, calibration.Threshold)));
        }

        return predictions;
    }

    /// <summary>
    /// In which ways it looks at an image of which nothing is known. A head on VGG19 and AlexNet take it squashed whole, as the report does. SymbolNet, whose two looks take less time than their one, also looks at the ink alone: a small
    /// symbol on a large sheet is a speck in the first and itself in the second.
    /// </summary>
    public IReadOnlyList<Framing> Looks => Description.Architecture == RunArchitecture.SymbolNet ? [Framing.Squash, Framing.Ink] : [Framing.Squash];

    /// <summary>Names the symbols in images of which nothing is known: the mean of all <see cref="Looks"/>.</summary>
    /// <param name="images">The images, at any sizes.</param>
    /// <param name="cancellation">Ends it before the next batch.</param>
    /// <returns>One prediction an image, in their order.</returns>
    /// <exception cref="ClassifierException">A probability is no number: the weights are finite, and too large.</exception>
    public IReadOnlyList<SymbolPrediction> Read(IReadOnlyList<PixelImage> images, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(images);
        return [.. images.Chunk(BatchSize).SelectMany(ReadBatch)];

        IEnumerable<SymbolPrediction> ReadBatch(PixelImage[] batch)
        {
            PixelImage[][] squares = [.. Looks.Select(look => Frame(batch, look, cancellation))];
            var predictions = PredictFramed([.. squares.SelectMany(s => s)], cancellation);
            return batch.Select((_, i) => SymbolPrediction.Mean([.. squares.Select((_, look) => predictions[look * batch.Length + i])]));
        }
    }

    /// <summary>How much each place of an image, squashed whole, speaks for the class that it is taken for (Grad-CAM, Selvaraju et al., ICCV 2017).</summary>
    /// <param name="images">The images, at any sizes.</param>
    /// <param name="cancellation">Ends it before the next batch.</param>
    /// <returns>One map an image, in their order.</returns>
    /// <exception cref="NotSupportedException">It is no SymbolNet.</exception>
    public IReadOnlyList<GradCamMap> GradCam(IReadOnlyList<PixelImage> images, CancellationToken cancellation = default)
    {
        var predictions = Predict(images, Framing.Squash, cancellation);
        var maps = new List<GradCamMap>(images.Count);
        foreach (var (batch, predicted) in images.Chunk(BatchSize).Zip(predictions.Chunk(BatchSize)))
        {
            using var scope = NewDisposeScope();
            var classes = tensor(Array.ConvertAll(predicted, p => (long)Labels.ToList().IndexOf(p.Label)), device: _device.ToTorch());
            var map = _network.GradCam(Tensor(Frame(batch, Framing.Squash, cancellation), cancellation), classes) ?? throw new NotSupportedException("Only SymbolNet can be asked what speaks for its answer.");
            var (height, width) = ((int)map.size(1), (int)map.size(2));
            maps.AddRange(map.cpu().data<float>().ToArray().Chunk(height * width).Zip(predicted, (values, prediction) => new GradCamMap(prediction, width, height, values)));
        }

        return maps;
    }

    /// <summary>An image as the network sees it, before it is scaled to 0…1.</summary>
    /// <param name="image">The image.</param>
    /// <param name="framing">How it becomes a square.</param>
    public PixelImage Frame(PixelImage image, Framing framing)
    {
        ArgumentNullException.ThrowIfNull(image);
        var framed = framing == Framing.Ink ? InkFraming.Frame(image, Description.Margins, Description.Size) : image;

        // Without ink to be framed it is the whole image, as in the other framing.
        return (ReferenceEquals(framed, image) ? _network.Prepare(image) : framed).Resize(Description.Size, Description.Size);
    }

    /// <summary>Frees its tensors.</summary>
    public void Dispose() => _network.Dispose();

    private PixelImage[] Frame(PixelImage[] images, Framing framing, CancellationToken cancellation) => Array.ConvertAll(images, image =>
    {
        cancellation.ThrowIfCancellationRequested();
        return Frame(image, framing);
    });

    private Tensor Tensor(PixelImage[] squares, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (squares.Any(s => s.Width != Description.Size || s.Height != Description.Size)) throw new ArgumentException($"The classifier takes squares of {Description.Size} pixels.", nameof(squares));
        var batch = empty([squares.Length, PixelImage.Channels, Description.Size, Description.Size], ScalarType.Float32);
        var target = MemoryMarshal.Cast<byte, float>(batch.bytes);
        var values = target.Length / squares.Length;
        for (var i = 0; i < squares.Length; i++) PixelScale.ToUnit(squares[i].Planes.Span, target.Slice(i * values, values));

        return batch.to(_device.ToTorch());
    }
}
