namespace MathSymbols.Cli.Progress;

/// <summary>Shows how many of the images are done; told by many threads at once.</summary>
/// <param name="lines">Where it is shown.</param>
/// <param name="what">What is done to them, as it completes "5 of 10 images …".</param>
/// <param name="count">How many there are.</param>
internal sealed class ImageProgress(IProgressLines lines, string what, int count) : IProgress<int>
{
    private readonly Lock _one = new();
    private int _most;

    public void Report(int value)
    {
        lock (_one)
        {
            _most = Math.Max(_most, value);
            lines.State($"{_most} of {count} images {what}", (double)_most / count);
        }
    }
}
