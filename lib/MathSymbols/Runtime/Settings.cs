using System.Collections;
using MathSymbols.Storage;

namespace MathSymbols.Runtime;

/// <summary>
/// What a person can choose. Each has the environment variable MATHSYMBOLS_NAME, which is how <c>--set name=value</c> reaches a notebook
/// in any engine; in a notebook, <c>settings with { … }</c> changes one by hand.
/// </summary>
public sealed record Settings
{
    /// <summary>What the environment variables start with.</summary>
    public const string Prefix = "MATHSYMBOLS_";

    /// <summary>The folder of images; null to look in the usual places.</summary>
    public string? Data { get; init; }

    /// <summary>The work folder; null for the platform's cache folder.</summary>
    public string? Work { get; init; }

    /// <summary>How much the notebooks do.</summary>
    public Profile Profile { get; init; } = Profile.Quick;

    /// <summary>original (the report's split), a seed, or a manifest file.</summary>
    public string Split { get; init; } = "original";

    /// <summary>Seeds every generator. The report's seed is 1001.</summary>
    public int Seed { get; init; } = 1001;

    /// <summary>Where tensors are computed.</summary>
    public DeviceKind Device { get; init; } = DeviceKind.Auto;

    /// <summary>Whether what is missing, such as VGG19's weights, is downloaded without being asked for.</summary>
    public bool Download { get; init; } = true;

    /// <summary>Threads for LibTorch; 0 for one a core.</summary>
    public int Threads { get; init; }

    /// <summary>Images a batch; 0 for the section's own number, which is the report's 64 where the profile is full.</summary>
    public int BatchSize { get; init; }

    /// <summary>Epochs of a training; 0 for the profile's own number.</summary>
    public int Epochs { get; init; }

    /// <summary>Training images, drawn evenly from the classes; 0 for the profile's own number.</summary>
    public int TrainImages { get; init; }

    /// <summary>The folder of own handwriting; null for the one that comes with the clone.</summary>
    public string? Handwriting { get; init; }

    /// <summary>The VGG19 weights file; null to look in the usual places.</summary>
    public string? Vgg19Weights { get; init; }

    /// <summary>Images a batch, where a section has a number of its own.</summary>
    /// <param name="own">The section's number, used unless <see cref="BatchSize"/> gives another.</param>
    public int BatchSizeOr(int own) => BatchSize > 0 ? BatchSize : own;

    /// <summary>The folder that <see cref="Work"/> stands for.</summary>
    public WorkFolder WorkFolder => WorkFolder.Locate(Work);

    /// <summary>The defaults, overridden by the process's MATHSYMBOLS_ variables.</summary>
    /// <exception cref="SettingsException">A variable has an unknown name or a bad value.</exception>
    public static Settings FromEnvironment() => Parse(Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
        .Select(e => ((string)e.Key, (string?)e.Value ?? ""))
        .Where(e => e.Item1.StartsWith(Prefix, StringComparison.Ordinal))
        .Select(e => (SettingName.FromVariable(e.Item1), e.Item2)));

    /// <summary>The defaults, overridden by named values.</summary>
    /// <param name="values">Names as in <see cref="SettingName.All"/>; an empty value means the default.</param>
    /// <exception cref="SettingsException">A name is unknown or a value does not fit.</exception>
    public static Settings Parse(IEnumerable<(string Name, string Value)> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var settings = new Settings();
        foreach (var (name, value) in values)
        {
            var known = SettingName.Find(name);
            if (value.Length > 0) settings = known.Apply(settings, value);
        }

        return settings;
    }
}
