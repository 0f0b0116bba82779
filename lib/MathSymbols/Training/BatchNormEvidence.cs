using System.Globalization;

namespace MathSymbols.Training;

/// <summary>
/// What a probed history says about why its validation loss jumps: the mean change from one epoch to the next, with Keras' running statistics
/// and, for the same weights, with others.
/// </summary>
/// <param name="Running">Mean absolute change of the validation loss from epoch to epoch, in nats.</param>
/// <param name="Reestimated">The same with statistics gathered anew over training images.</param>
/// <param name="WithoutRagged">The same without what the ragged last batch did to the statistics; null when there was none.</param>
public sealed record BatchNormEvidence(double Running, double Reestimated, double? WithoutRagged)
{
    private const int FewestEpochs = 3;

    /// <summary>Mean validation loss over the epochs, with running statistics.</summary>
    public double MeanRunning { get; private init; }

    /// <summary>Mean validation loss over the epochs, with statistics gathered anew.</summary>
    public double MeanReestimated { get; private init; }

    /// <summary>How much of the jumps is gone with statistics gathered anew, 0 to 1; negative when they grew.</summary>
    public double Explained => 1 - (Reestimated / Running);

    /// <summary>How much of the jumps is gone without the ragged batch's statistics; null when there was none.</summary>
    public double? ExplainedByRagged => WithoutRagged is { } value ? 1 - (value / Running) : null;

    /// <summary>Reads a history; null when it was not probed or has fewer than 3 epochs.</summary>
    /// <param name="history">The history.</param>
    public static BatchNormEvidence? Of(History history)
    {
        ArgumentNullException.ThrowIfNull(history);
        if (history.Epochs.Count < FewestEpochs || Values(history, BatchNormProbe.ReestimatedLoss) is not { } reestimated) return null;
        var running = Values(history, BatchNormProbe.RunningLoss) ?? [.. history.Epochs.Select(e => e.ValidationLoss)];
        var withoutRagged = Values(history, BatchNormProbe.WithoutRaggedLoss);
        return new(Jumps(running), Jumps(reestimated), withoutRagged is null ? null : Jumps(withoutRagged))
        {
            MeanRunning = running.Average(),
            MeanReestimated = reestimated.Average(),
        };
    }

    /// <summary>What the numbers say, in two or three sentences, whichever way they fall.</summary>
    public string Conclusion()
    {
        var numbers = string.Create(CultureInfo.InvariantCulture, $"From epoch to epoch the validation loss changes by {Running:0.00} on average with the statistics BatchNorm has gathered during training, and by {Reestimated:0.00} when the same weights are given statistics gathered anew over training images; its mean goes from {MeanRunning:0.00} to {MeanReestimated:0.00}.");
        var statistics = Explained switch
        {
            >= 0.75 => "So nearly all of the jumping comes from BatchNorm's running statistics, which lag behind the weights, and not from the weights.",
            >= 0.4 => "So a good part of the jumping comes from BatchNorm's running statistics, which lag behind the weights; the rest is in the weights.",
            >= 0.1 => "So BatchNorm's running statistics have a small part in the jumping; most of it is in the weights.",
            _ => "So BatchNorm's running statistics are not the reason: the weights themselves jump.",
        };
        var ragged = ExplainedByRagged switch
        {
            null => "No epoch had a ragged last batch.",
            >= 0.4 and var share => string.Create(CultureInfo.InvariantCulture, $" The last, ragged batch of an epoch matters much: without what it does to the statistics, {share:P0} of the jumping is gone."),
            >= 0.1 and var share => string.Create(CultureInfo.InvariantCulture, $" The last, ragged batch of an epoch has a part in it: without what it does to the statistics, {share:P0} of the jumping is gone."),
            _ => string.Create(CultureInfo.InvariantCulture, $" The last, ragged batch is not to blame: without what it does to the statistics, the change is {WithoutRagged:0.00}."),
        };
        return $"{numbers} {statistics} {ragged.TrimStart()}";
    }

    private static List<double>? Values(History history, string name)
    {
        var values = history.Epochs.Where(e => e.Extra.ContainsKey(name)).Select(e => e.Extra[name]).ToList();
        return values.Count == history.Epochs.Count ? values : null;
    }

    private static double Jumps(List<double> values) => values.Zip(values.Skip(1), (a, b) => Math.Abs(b - a)).Average();
}
