namespace MathSymbols.Data.Audit;

/// <summary>How many images of one part of a split have a copy in another.</summary>
/// <param name="TestInTrain">Test images with a copy among the training images.</param>
/// <param name="TestInOthers">Test images with a copy among the training or the validation images.</param>
/// <param name="ValidationInTrain">Validation images with a copy among the training images.</param>
public sealed record LeakCounts(int TestInTrain, int TestInOthers, int ValidationInTrain)
{
    /// <summary>Counts them.</summary>
    /// <param name="audit">The audit.</param>
    public static LeakCounts Of(DatasetAudit audit)
    {
        ArgumentNullException.ThrowIfNull(audit);
        var (split, copies) = (audit.Split, audit.Duplicates);
        return new(
            copies.WithCopyIn(split.Test, split.Train).Count,
            copies.WithCopyIn(split.Test, [.. split.Train, .. split.Validation]).Count,
            copies.WithCopyIn(split.Validation, split.Train).Count);
    }
}
