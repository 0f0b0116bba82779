using MathSymbols.Training;

namespace MathSymbols.Cli.Progress;

/// <summary>Shows a training run: a line an epoch, and the batch under way.</summary>
/// <param name="lines">Where it is shown.</param>
internal sealed class TrainingLines(IProgressLines lines)
{
    private int _told;

    public void Show(TrainingProgress progress)
    {
        foreach (var epoch in progress.History.Epochs.Where(e => e.Epoch > _told))
        {
            lines.Line(ProgressText.Line(epoch));
            _told = epoch.Epoch;
        }

        var done = progress.History.Epochs.Count > 0 ? progress.History.Last.Epoch : 0;
        var part = progress.Epoch > 0 ? (double)progress.Batch / progress.Batches : 0;
        lines.State(ProgressText.Running(progress) ?? ProgressText.Title(progress), (done + part) / progress.Epochs);
    }
}
