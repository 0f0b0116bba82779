using System.Globalization;
using System.Runtime.InteropServices;
using MathSymbols.Data;
using MathSymbols.Runs;
using MathSymbols.Runtime;

namespace MathSymbols.Cli.Report;

/// <summary>What the report's header tells: enough to run it again and to judge its numbers.</summary>
internal static class ReportFacts
{
    /// <summary>The facts in the order in which they are shown.</summary>
    /// <param name="settings">The settings of the run.</param>
    /// <param name="source">The images of the run.</param>
    /// <param name="split">Their split.</param>
    /// <param name="command">The command line that repeats it.</param>
    /// <exception cref="TorchBackendException">LibTorch cannot be loaded here, or has no such device: no notebook would get far.</exception>
    public static IReadOnlyList<(string Name, string Value)> Collect(Settings settings, DataSource source, Split split, string command)
    {
        var device = TorchRuntime.Start(settings);
        var facts = new List<(string, string)>
        {
            ("Profile", settings.Profile.Word()),
            ("Data", source.Name),
            ("Split", split.Name),
            ("Seed", settings.Seed.ToString(CultureInfo.InvariantCulture)),
            ("Device", device.Description),
            ("System", $"{Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription.Trim()}"),
            ("Versions", string.Join(", ", Versions.Of(device).Select(v => v.Value.StartsWith(v.Key, StringComparison.Ordinal) ? v.Value : $"{v.Key} {v.Value}"))),
        };
        if (GitCommit.Read(SolutionFolder.Find()) is { } commit) facts.Add(("Commit", commit));
        facts.Add(("Command", command));
        return facts;
    }
}
