using System.Globalization;
using MathSymbols.Evaluation;
using MathSymbols.Runs;
using MathSymbols.Runtime;
using MathSymbols.Storage;
using Xunit;

namespace MathSymbols.Tests.Classification;

/// <summary>A model card of models/, and the committed run that it speaks of.</summary>
/// <param name="file">The card's name.</param>
/// <param name="run">The run's label.</param>
/// <param name="work">An empty work folder.</param>
internal sealed class ModelCard(string file, string run, string work)
{
    private readonly string _text = File.ReadAllText(Path.Combine(SolutionFolder.Find()!, "models", file));

    public StoredRun Run { get; } = Store(work).Find(run);

    public static RunStore Store(string work) => RunStore.Open(new WorkFolder(work), Path.Combine(SolutionFolder.Find()!, "models", "runs"));

    /// <summary>Passes where the card has this text, word for word.</summary>
    public void Says(FormattableString text) => Assert.Contains(text.ToString(CultureInfo.InvariantCulture), _text, StringComparison.Ordinal);

    /// <summary>Passes where the card's tables are the record's: validation and test, class by class, and the share of truths among the first five.</summary>
    public void SaysTheResults()
    {
        foreach (var set in (string[])[RunSet.Validation, RunSet.Test])
        {
            var result = Run.Record.Result(RunWeights.LastEpoch, set)!;
            Says($"| {set} | {100 * result.Accuracy:0.00} % | {100 * result.Interval.Low:0.0}–{100 * result.Interval.High:0.0} | {result.Count:N0} | {result.Loss:0.0000} |");
        }

        var predictions = Run.ReadPredictions()!;
        foreach (var row in ClassificationReport.Of(ConfusionMatrix.Of(predictions.ClassNames, predictions.Of(RunSet.Test))).Classes)
            Says($"| {row.Name} | {row.Precision:0.00} | {row.Recall:0.00} | {row.F1:0.00} | {row.Support} |");
        Says($"for {100 * TopK.Of(predictions.Of(RunSet.Test), 5).Accuracy:0.0} % of the test images");
    }
}
