using System.Globalization;

namespace MathSymbols.Runtime;

/// <summary>One setting as text: its name, what it takes, and how a value is applied.</summary>
public sealed class SettingName
{
    private readonly Func<Settings, string, Settings?> _apply;

    private SettingName(string name, string takes, string about, Func<Settings, string, Settings?> apply, bool isPath = false) =>
        (Name, Takes, About, _apply, IsPath) = (name, takes, about, apply, isPath);

    /// <summary>Every setting there is, in alphabetical order.</summary>
    public static IReadOnlyList<SettingName> All { get; } =
    [
        new("batch-size", "a whole number up to 2048, 0 for the section's own", "Images a batch.", (s, v) => Whole(v, 0) is <= 2048 and { } n ? s with { BatchSize = n } : null),
        new("data", "a folder of images", "Where the images are: a folder with one sub-folder for each class.", (s, v) => s with { Data = v }, isPath: true),
        new("device", "auto, cpu or cuda", "Where tensors are computed.", (s, v) => OneOf<DeviceKind>(v) is { } d ? s with { Device = d } : null),
        new("download", "true or false", "Whether what is missing is downloaded without being asked for.", (s, v) => bool.TryParse(v, out var b) ? s with { Download = b } : null),
        new("epochs", "a whole number, 0 for the profile's own", "Epochs of a training.", (s, v) => Whole(v, 0) is { } n ? s with { Epochs = n } : null),
        new("handwriting", "a folder of images", "Your own handwriting, for section VI; otherwise data/own-handwriting.", (s, v) => s with { Handwriting = v }, isPath: true),
        new("profile", "quick or full", "How much the notebooks do.", (s, v) => OneOf<Profile>(v) is { } p ? s with { Profile = p } : null),
        new("seed", "a whole number, 0 or more", "Seeds every generator.", (s, v) => Whole(v, 0) is { } n ? s with { Seed = n } : null),
        new("split", "original, a seed, or a manifest file", "Which images are for training, validation and test.", (s, v) => s with { Split = v }),
        new("threads", "a whole number, 0 for one a core", "Threads for LibTorch.", (s, v) => Whole(v, 0) is { } n ? s with { Threads = n } : null),
        new("train-images", "a whole number, 0 for the profile's own", "Training images, drawn evenly from the classes.", (s, v) => Whole(v, 0) is { } n ? s with { TrainImages = n } : null),
        new("vgg19-weights", "a Keras HDF5 file", "VGG19's ImageNet weights in Keras' layout.", (s, v) => s with { Vgg19Weights = v }, isPath: true),
        new("work", "a folder for caches", "Where caches and own runs are kept.", (s, v) => s with { Work = v }, isPath: true),
    ];

    /// <summary>The name as it stands behind <c>--set</c>: lower case with hyphens.</summary>
    public string Name { get; }

    /// <summary>What values it takes, in a few words.</summary>
    public string Takes { get; }

    /// <summary>What it is for, in one sentence.</summary>
    public string About { get; }

    /// <summary>True when the value is a path, so that it depends on the current folder.</summary>
    public bool IsPath { get; }

    /// <summary>The environment variable that carries it.</summary>
    public string Variable => Settings.Prefix + Name.ToUpperInvariant().Replace('-', '_');

    /// <summary>The setting of a name; upper and lower case, hyphens and underscores are the same.</summary>
    /// <param name="name">A name such as batch-size.</param>
    /// <exception cref="SettingsException">There is no such setting.</exception>
    public static SettingName Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return All.FirstOrDefault(s => s.Name.Equals(name.Replace('_', '-'), StringComparison.OrdinalIgnoreCase))
            ?? throw new SettingsException($"There is no setting '{name}'; the settings are {string.Join(", ", All.Select(s => s.Name))}.");
    }

    /// <summary>The value made independent of the current folder, for a process that has another one.</summary>
    /// <param name="value">The value as text.</param>
    public string Resolve(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        // A split may be a name, a number or a manifest's path.
        var manifest = Name == "split" && value != "original" && !value.All(char.IsAsciiDigit) && File.Exists(value);
        var path = value.Length > 0 && (IsPath || manifest);
        return path ? Path.GetFullPath(value) : value;
    }

    /// <summary>The setting's name for an environment variable, known or not.</summary>
    /// <param name="variable">A name that starts with MATHSYMBOLS_.</param>
    public static string FromVariable(string variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        return variable[Settings.Prefix.Length..].ToLowerInvariant().Replace('_', '-');
    }

    /// <summary>The settings with this one changed.</summary>
    /// <param name="settings">The settings so far.</param>
    /// <param name="value">The value as text.</param>
    /// <exception cref="SettingsException">The value does not fit.</exception>
    public Settings Apply(Settings settings, string value) => _apply(settings, value)
        ?? throw new SettingsException($"The setting '{Name}' takes {Takes}; it was given '{value}'.");

    private static int? Whole(string value, int least) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least ? number : null;

    private static T? OneOf<T>(string value)
        where T : struct, Enum =>
        Enum.GetNames<T>().FirstOrDefault(n => n.Equals(value, StringComparison.OrdinalIgnoreCase)) is { } name ? Enum.Parse<T>(name) : null;
}
