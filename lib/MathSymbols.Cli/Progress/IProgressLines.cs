namespace MathSymbols.Cli.Progress;

/// <summary>Follows a long work: lines that stay, and one state that changes.</summary>
internal interface IProgressLines : IDisposable
{
    /// <summary>Writes a line that stays.</summary>
    void Line(string text);

    /// <summary>Shows how far the work is.</summary>
    /// <param name="text">In words.</param>
    /// <param name="share">0 to 1.</param>
    void State(string text, double share);
}
