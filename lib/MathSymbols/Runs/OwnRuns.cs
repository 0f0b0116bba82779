using MathSymbols.Data;
using MathSymbols.Runtime;

namespace MathSymbols.Runs;

/// <summary>A person's own runs that can stand for what is here.</summary>
public static class OwnRuns
{
    /// <summary>Those of the profile, on these images with this split, the latest last.</summary>
    /// <param name="store">The runs.</param>
    /// <param name="data">The images.</param>
    /// <param name="settings">The profile.</param>
    public static IEnumerable<StoredRun> Of(RunStore store, Dataset data, Settings settings)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(settings);
        return store.Runs.Where(r => !r.Committed && r.Record.Profile == settings.Profile && r.Record.Data.Fingerprint == data.Pixels.Fingerprint && r.Record.Data.Split == data.Split.Name);
    }
}
