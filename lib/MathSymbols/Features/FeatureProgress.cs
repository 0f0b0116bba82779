namespace MathSymbols.Features;

/// <summary>How far the computing of features is.</summary>
/// <param name="Done">Images done, those of earlier runs included.</param>
/// <param name="Total">Images in all.</param>
/// <param name="ImagesPerSecond">Images a second in this run; 0 before the first.</param>
/// <param name="Remaining">Time left at that rate; null before the first image.</param>
public sealed record FeatureProgress(int Done, int Total, double ImagesPerSecond, TimeSpan? Remaining)
{
    /// <summary>In one line.</summary>
    public override string ToString() => Done == Total
        ? FormattableString.Invariant($"features of {Total:N0} images are there")
        : FormattableString.Invariant($"features: {Done:N0} of {Total:N0} images, {ImagesPerSecond:0.0} images/s{(Remaining is { } left ? $", {Training.ProgressText.Duration(left)} left" : "")}");
}
