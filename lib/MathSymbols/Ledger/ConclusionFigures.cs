using System.Globalization;
using MathSymbols.Runs;

namespace MathSymbols.Ledger;

/// <summary>What section VII restates.</summary>
internal static class ConclusionFigures
{
    // How many may be wrong and still be called few: the report has 2 %.
    private const double Few = 0.05;

    /// <summary>Of a run of AlexNet.</summary>
    public static IEnumerable<(string Id, Measured Value)> OfAlexNet(RunRecord record)
    {
        yield return ("conclusion/epochs", Measured.Count(record.History.Epochs.Count));
        if (record.Result(RunWeights.LastEpoch, RunSet.Test) is { } test) yield return ("conclusion/alexnet-accuracy", Measured.Share(test.Correct, test.Count));
        yield return ("conclusion/fluctuates", Fluctuation.Of(record.History) is { } found ? Measured.Word(found.Is ? "yes" : "no") : Measured.Apart("–", "There are too few epochs to tell whether a loss fluctuates."));
    }

    /// <summary>Of a run of VGG19.</summary>
    public static IEnumerable<(string Id, Measured Value)> OfVgg19(RunRecord record)
    {
        if (record.Result(RunWeights.LastEpoch, RunSet.Test) is not { } test) yield break;
        yield return ("conclusion/vgg19-accuracy", Measured.Share(test.Correct, test.Count));
        var wrong = test.Count - test.Correct;
        yield return ("conclusion/misclassified", Measured.Word(string.Create(CultureInfo.InvariantCulture, $"{wrong:N0} of {test.Count:N0}"), wrong <= Few * test.Count ? "few" : "many"));
    }

    /// <summary>Of a search.</summary>
    public static IEnumerable<(string Id, Measured Value)> OfSearch(IEnumerable<(string Id, Measured Value)> search) =>
        search.Where(f => f.Id is "search/activation" or "search/learning-rate").Select(f => (f.Id.Replace("search/", "conclusion/", StringComparison.Ordinal), f.Value));

    /// <summary>Of own handwritten images.</summary>
    public static IEnumerable<(string Id, Measured Value)> OfHandwriting(HandwritingCount count)
    {
        var right = Measured.Apart(string.Create(CultureInfo.InvariantCulture, $"{count.Squashed} squashed, {count.Cropped} cropped, of {count.Images}"));
        yield return ("own/names", Measured.Apart("other images"));
        yield return ("own/images", Measured.Count(count.Images));
        yield return ("own/right", right);
        yield return ("conclusion/own", right);
    }
}
