using MathSymbols.Classification;
using MathSymbols.Data;
using MathSymbols.Runs;
using MathSymbols.Runtime;

namespace MathSymbols.Ledger;

/// <summary>How many own handwritten images a classifier has right, for each way to bring an image before the network.</summary>
/// <param name="Squashed">Right when the whole image is squashed, as the report does.</param>
/// <param name="Cropped">Right when the ink alone is taken.</param>
/// <param name="Exchanged">Right when it is squashed and red and blue are exchanged, as in the report.</param>
/// <param name="Images">How many images have a known class.</param>
public sealed record HandwritingCount(int Squashed, int Cropped, int Exchanged, int Images)
{
    /// <summary>The count that 06-handwriting has kept of the better own run; null when it has not been run since, there is no own run, or no class was known.</summary>
    /// <param name="runs">The runs.</param>
    /// <param name="data">The training images.</param>
    /// <param name="settings">Work folder and profile.</param>
    /// <exception cref="DataException">Its file is damaged.</exception>
    public static HandwritingCount? Own(RunStore runs, Dataset data, Settings settings)
    {
        var result = HandwritingResult.Read(HandwritingResult.PathOf(settings, data));
        return result is not null && ModelChoice.Of(runs, data, settings) is { Own: true } choice && choice.Chosen.Label == result.Classifier.Run ? Of(result) : null;
    }

    /// <summary>The count of the classifier that comes with the clone; null outside of a clone.</summary>
    /// <exception cref="DataException">Its file is damaged.</exception>
    public static HandwritingCount? Committed() => Of(HandwritingResult.Committed());

    private static HandwritingCount? Of(HandwritingResult? result) => result is { Known: > 0 } ? new(result.Right(Framing.Squash), result.Right(Framing.Ink), result.RightExchanged, result.Known) : null;
}
