using System.Globalization;
using MathSymbols.Data;

namespace MathSymbols.Evaluation.Robustness;

/// <summary>How one classifier's accuracy falls when test images are changed in fixed steps; kept in a file, so that classifiers can be compared later.</summary>
/// <param name="Subject">What was measured.</param>
/// <param name="Counts">How many images are classified correctly.</param>
/// <param name="Failures">A line for each image that could not be decoded and counts nowhere.</param>
public sealed record RobustnessResult(RobustnessSubject Subject, RobustnessCounts Counts, IReadOnlyList<string> Failures)
{
    /// <summary>The result in one sentence.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"Of {Counts.Clean.Count:N0} test images {Counts.Clean.Accuracy:P2} are classified correctly as they are, and {Counts.Accuracy:P2} when they are changed: the mean over {Counts.Rows.Count} perturbations.");

    /// <summary>Reads a file that <see cref="Write"/> has written.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="DataException">It is damaged, or was written by a newer program.</exception>
    /// <exception cref="IOException">It is not there, or cannot be read.</exception>
    public static RobustnessResult Read(string path) => RobustnessFormat.Read(path);

    /// <summary>Writes it as JSON; a kill at any moment leaves the old file or the new.</summary>
    /// <param name="path">The file to create or replace.</param>
    public void Write(string path) => RobustnessFormat.Write(path, this);
}
