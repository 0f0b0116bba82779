using System.Globalization;
using System.Text.Json.Nodes;
using MathSymbols.Models;
using MathSymbols.Runtime;
using MathSymbols.Training;
using MathSymbols.Tuning;

namespace MathSymbols.Runs;

/// <summary>The network that a run has trained, as far as its record tells: enough to build it again for the weights that were kept.</summary>
/// <param name="Model">One of <see cref="AlexNet"/>, <see cref="Vgg19"/> and <see cref="SymbolNet"/>.</param>
/// <param name="Size">Height and width of its images in pixels.</param>
/// <param name="Activation">The activation of AlexNet's dense layers.</param>
/// <param name="Preprocessing">What is done to an image before VGG19.</param>
/// <param name="BaseDigest">The hash of the base's weights, <see cref="Vgg19Base.Digest"/>; null when the record does not have it.</param>
public sealed record RunArchitecture(string Model, int Size, Activation Activation, Vgg19Preprocessing Preprocessing, string? BaseDigest)
{
    /// <summary>The name of AlexNet in records.</summary>
    public const string AlexNet = "alexnet";

    /// <summary>The setting in which a record keeps height and width of its images in pixels.</summary>
    public const string ImageSize = "image-size";

    /// <summary>The name of a head on VGG19 in records.</summary>
    public const string Vgg19 = "vgg19";

    /// <summary>The name of SymbolNet in records.</summary>
    public const string SymbolNet = "symbolnet";

    /// <summary>Reads it from a run's record.</summary>
    /// <param name="run">The run.</param>
    /// <exception cref="RunException">It is another model, or a hyper-parameter is missing or unknown.</exception>
    public static RunArchitecture Of(StoredRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var record = run.Record;
        return record.Model switch
        {
            AlexNet when Text(record, AlexNetSearch.Activation) is { } name && Enum.TryParse<Activation>(name, ignoreCase: true, out var activation) =>
                new(AlexNet, SizeOf(record) ?? AlexNetPlan.For(new Settings { Profile = record.Profile }).Size, activation, default, BaseDigest: null),
            Vgg19 when Vgg19PreprocessingWord.TryParse(Text(record, Vgg19Record.Preprocessing), out var preprocessing) =>
                new(Vgg19, SizeOf(record) ?? Vgg19Plan.For(new Settings { Profile = record.Profile }).Size, default, preprocessing, record.Settings.GetValueOrDefault(Vgg19Record.Base)),
            SymbolNet => new(SymbolNet, Models.SymbolNet.Size, default, default, BaseDigest: null),
            _ => throw new RunException($"The run '{run.Label}' is not a training of AlexNet, of VGG19's head or of SymbolNet whose settings are known: its network cannot be built again."),
        };
    }

    private static int? SizeOf(RunRecord record) =>
        record.Settings.TryGetValue(ImageSize, out var text) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size > 0 ? size : null;

    private static string? Text(RunRecord record, string name) => record.HyperParameters[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
