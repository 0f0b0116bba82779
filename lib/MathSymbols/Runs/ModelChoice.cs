using System.Globalization;
using MathSymbols.Data;
using MathSymbols.Runtime;

namespace MathSymbols.Runs;

/// <summary>The better of the report's two models: the run with the highest validation accuracy. The test images have no part in it.</summary>
/// <param name="Candidates">The runs it was chosen from, at least one, best first.</param>
/// <param name="Own">True when they are own runs on these images; false when there was none, and they are committed ones.</param>
public sealed record ModelChoice(IReadOnlyList<StoredRun> Candidates, bool Own)
{
    /// <summary>The run that was chosen.</summary>
    public StoredRun Chosen => Candidates[0];

    /// <summary>What was chosen, from what and why, in one or two sentences.</summary>
    public string Reason
    {
        get
        {
            var from = Own ? $"the latest own runs of each model on these images ({Chosen.Record.Profile.Word()} profile)" : "the committed full runs";
            var text = string.Create(CultureInfo.InvariantCulture, $"Chosen from {from}, by validation accuracy: {Name(Chosen)} with {Accuracy(Chosen):P2}");
            return Candidates.Count == 1 ? $"{text}; there is no other." : string.Create(CultureInfo.InvariantCulture, $"{text}; next is {Name(Candidates[1])} with {Accuracy(Candidates[1]):P2}.");
        }
    }

    /// <summary>Chooses from own runs of the profile on these images and this split, the latest of each model and hyper-parameters; or from the committed runs where there is none.</summary>
    /// <param name="store">The runs.</param>
    /// <param name="data">The images.</param>
    /// <param name="settings">The profile.</param>
    /// <exception cref="RunException">There is no run at all.</exception>
    public static ModelChoice Of(RunStore store, Dataset data, Settings settings)
    {
        var own = OwnRuns.Of(store, data, settings).Intersect(store.OfReport)
            .GroupBy(r => (r.Record.Model, r.Record.HyperParameters.ToJsonString()))
            .Select(g => g.Last());
        return From(own, isOwn: true) ?? Committed(store) ?? throw new RunException("There is no run to evaluate: run 03-alexnet or 04-vgg19 first.");
    }

    /// <summary>Chooses from the committed full runs; null when there is none.</summary>
    /// <param name="store">The runs.</param>
    public static ModelChoice? Committed(RunStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        return From(store.OfReport.Where(r => r.Committed), isOwn: false);
    }

    private static ModelChoice? From(IEnumerable<StoredRun> runs, bool isOwn)
    {
        var ordered = runs.Where(r => r.Record.Result(RunWeights.LastEpoch, RunSet.Validation) is not null).OrderByDescending(Accuracy).ToList();
        return ordered.Count > 0 ? new(ordered, isOwn) : null;
    }

    private static double Accuracy(StoredRun run) => run.Record.Result(RunWeights.LastEpoch, RunSet.Validation)!.Accuracy;

    private static string Name(StoredRun run) => run.Committed ? run.Label : run.Record.HyperParameters[Vgg19Record.Preprocessing] is { } preprocessing ? $"{run.Record.Model} ({preprocessing})" : run.Record.Model;
}
