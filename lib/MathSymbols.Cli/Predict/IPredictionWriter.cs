namespace MathSymbols.Cli.Predict;

/// <summary>Writes predictions as they come; disposing of it ends the output.</summary>
internal interface IPredictionWriter : IDisposable
{
    /// <summary>Writes one.</summary>
    void Write(PredictionOutput output);
}
