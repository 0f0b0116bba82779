using MathSymbols.Evaluation;
using MathSymbols.Runs;

namespace MathSymbols.Ledger;

/// <summary>What a run says of its images, read once; nothing where its file is missing or damaged.</summary>
internal sealed class SaidOf
{
    private readonly PredictionsFile? _file;

    private SaidOf(PredictionsFile? file, string? why) => (_file, Why) = (file, why);

    /// <summary>Why there are no predictions, in one sentence; null when there are.</summary>
    public string? Why { get; }

    /// <summary>The classes' names; empty when there are no predictions.</summary>
    public IReadOnlyList<string> ClassNames => _file?.ClassNames ?? [];

    /// <summary>Reads a run's predictions with the weights of the last epoch.</summary>
    public static SaidOf Read(StoredRun run)
    {
        try
        {
            return run.ReadPredictions() is { } file ? new(file, null) : new(null, $"The run {run.Label} has no predictions.");
        }
        catch (RunException e)
        {
            return new(null, e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new(null, $"The predictions of the run {run.Label} cannot be read: {e.Message}");
        }
    }

    /// <summary>The images of a set; none when there are no predictions.</summary>
    public IReadOnlyList<Prediction> Of(string set) => _file?.Of(set) ?? [];

    /// <summary>The confusion matrix of the test images; null when there are none.</summary>
    public ConfusionMatrix? Matrix => Of(RunSet.Test) is { Count: > 0 } test ? ConfusionMatrix.Of(ClassNames, test) : null;
}
