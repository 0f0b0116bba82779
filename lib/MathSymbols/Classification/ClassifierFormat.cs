using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using MathSymbols.Models;
using MathSymbols.Runs;
using MathSymbols.Storage;

namespace MathSymbols.Classification;

/// <summary>A classifier's description in the metadata of its safetensors file: format and version, and the rest as one JSON object.</summary>
internal static class ClassifierFormat
{
    public const string Name = "mathsymbols-classifier";

    // 2 has SymbolNet and the calibration; files of 1 are read, too.
    private const int Version = 2;
    private const int MostLabels = 1000;
    private const int MostPixels = 1024;

    public static IReadOnlyDictionary<string, string> Write(ClassifierDescription description) => new Dictionary<string, string>
    {
        ["format"] = Name,
        ["version"] = Version.ToString(CultureInfo.InvariantCulture),
        ["classifier"] = ToJson(description).ToJsonString(),
    };

    /// <summary>Reads the metadata of a file.</summary>
    /// <exception cref="ClassifierException">They are another format's, of a newer version, or do not fit.</exception>
    public static ClassifierDescription Read(string path, IReadOnlyDictionary<string, string> metadata)
    {
        if (metadata.GetValueOrDefault("format") != Name) throw new ClassifierException($"'{path}' is a safetensors file, but no classifier of MathSymbols: its metadata do not name the format '{Name}'.");
        if (!int.TryParse(metadata.GetValueOrDefault("version"), NumberStyles.None, CultureInfo.InvariantCulture, out var version) || version < 1) throw Damaged("its version is no number");
        if (version > Version) throw new ClassifierException($"'{path}' was written by a newer MathSymbols (format version {version}, this one reads {Version}): update the program.");
        try
        {
            return JsonNode.Parse(metadata.GetValueOrDefault("classifier") ?? "", documentOptions: new() { AllowDuplicateProperties = false }) is JsonObject json
                ? Read(new RecordReader(json), version)
                : throw new FormatException("its description is no JSON object");
        }
        catch (Exception e) when (e is FormatException or JsonException or ArgumentException or InvalidOperationException)
        {
            throw Damaged(e is FormatException ? e.Message : "its description is no JSON", e);
        }

        ClassifierException Damaged(string how, Exception? inner = null) => new($"'{path}' cannot be read as a classifier: {how}; save it again.", inner);
    }

    private static JsonObject ToJson(ClassifierDescription description) => new()
    {
        ["architecture"] = description.Architecture,
        ["labels"] = JsonNumbers.Array(description.Labels),
        ["image_size"] = description.Size,
        ["ink"] = new JsonObject { ["share"] = description.Margins.Share, ["thickness"] = description.Margins.Thickness },
        ["activation"] = Word(description.Activation),
        ["calibration"] = new JsonObject { ["temperature"] = description.Calibration.Temperature, ["threshold"] = description.Calibration.Threshold, ["bound"] = description.Calibration.Bound },
        ["base"] = description.Base is { } network ? ToJson(network) : null,
        ["provenance"] = ToJson(description.Provenance),
    };

    private static JsonObject ToJson(ClassifierBase network) => new()
    {
        ["preprocessing"] = network.Preprocessing.Word(),
        ["trained"] = network.Trained ? "yes" : "no",
        ["source"] = network.Source,
        ["digest"] = network.Digest,
    };

    public static JsonObject ToJson(ClassifierProvenance provenance) => new()
    {
        ["run"] = provenance.Run,
        ["weights"] = provenance.Weights,
        ["profile"] = provenance.Profile,
        ["data"] = provenance.Data,
        ["fingerprint"] = provenance.Fingerprint,
        ["split"] = provenance.Split,
        ["seed"] = provenance.Seed,
        ["epochs"] = provenance.Epochs,
        ["commit"] = provenance.Commit,
        ["results"] = new JsonArray([.. provenance.Results.Select(RunPartsFormat.Write)]),
    };

    private static ClassifierDescription Read(RecordReader json, int version)
    {
        var architecture = json.OneOf("architecture", (RunArchitecture.AlexNet, RunArchitecture.AlexNet), (RunArchitecture.Vgg19, RunArchitecture.Vgg19), (RunArchitecture.SymbolNet, RunArchitecture.SymbolNet));
        var labels = json.TextList("labels");
        if (labels.Count is < 2 or > MostLabels) throw new FormatException($"it has {labels.Count} labels, and 2 to {MostLabels} are read");
        if (labels.Distinct(StringComparer.Ordinal).Count() != labels.Count || labels.Any(string.IsNullOrWhiteSpace)) throw new FormatException("a label is empty, or there twice");
        var isHead = architecture == RunArchitecture.Vgg19;
        var ink = json.Object("ink");
        return new(
            architecture, labels, Size(json, architecture), new(Share(ink, "share"), Share(ink, "thickness")),
            json.OneOf("activation", (Word(Activation.Relu), Activation.Relu), (Word(Activation.Tanh), Activation.Tanh)),
            isHead ? Base(json.Object("base")) : null, Provenance(json.Object("provenance")))
        {
            Calibration = version > 1 ? Calibration(json.Object("calibration")) : ClassifierCalibration.None,
        };
    }

    private static int Size(RecordReader json, string architecture)
    {
        var (least, most) = architecture switch
        {
            RunArchitecture.SymbolNet => (SymbolNet.Size, SymbolNet.Size),
            RunArchitecture.Vgg19 => (Vgg19Base.SmallestSize, MostPixels),
            _ => (AlexNet.SmallestSize, MostPixels),
        };
        return (int)json.Count("image_size", least, most);
    }

    private static ClassifierCalibration Calibration(RecordReader json) => new(
        Between(json, "temperature", ClassifierCalibration.LeastTemperature, ClassifierCalibration.HighestTemperature), Between(json, "threshold", 0, 1))
    {
        Bound = double.IsNaN(json.NumberOrNaN("bound")) ? null : Between(json, "bound", 0, 1),
    };

    private static double Between(RecordReader json, string name, double low, double high) => json.NumberOrNaN(name) is var number && number >= low && number <= high
        ? number
        : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"the member 'calibration.{name}' is no number from {low} to {high}"));

    private static ClassifierBase Base(RecordReader json) => new(
        json.OneOf("preprocessing", (Vgg19Preprocessing.Scaled.Word(), Vgg19Preprocessing.Scaled), (Vgg19Preprocessing.Keras.Word(), Vgg19Preprocessing.Keras)),
        json.OneOf("trained", ("yes", true), ("no", false)), json.Text("source"), json.Text("digest"));

    public static ClassifierProvenance Provenance(RecordReader json) => new(
        json.Text("run"), json.Text("weights"), json.Text("profile"), json.Text("data"), json.Text("fingerprint"), json.Text("split"), json.Whole("seed", int.MinValue), json.Whole("epochs", 0), json.OptionalText("commit"),
        [.. json.Objects("results").Select(RunPartsFormat.Result)]);

    private static double Share(RecordReader json, string name) => json.NumberOrNaN(name) is >= InkMargins.Least and <= 1 and var share ? share : throw new FormatException($"the member 'ink.{name}' is no share from {InkMargins.Least.ToString(CultureInfo.InvariantCulture)} to 1");

    private static string Word(Activation activation) => activation.ToString().ToLowerInvariant();
}
