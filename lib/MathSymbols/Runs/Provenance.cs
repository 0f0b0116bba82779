using MathSymbols.Data;
using MathSymbols.Runtime;

namespace MathSymbols.Runs;

/// <summary>Says in one line what made a figure or a table.</summary>
public static class Provenance
{
    /// <summary>Profile, dataset and device: "quick profile · synthetic sample · CPU: …".</summary>
    /// <param name="settings">The run's settings.</param>
    /// <param name="source">The run's images.</param>
    /// <param name="device">The run's device.</param>
    public static string Line(Settings settings, DataSource source, TorchDevice device)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(device);
        var profile = $"{settings.Profile.Word()} profile";
        return $"{profile} · {source.Name} · {device.Description}";
    }
}
