namespace MathSymbols.Training;

/// <summary>A loss became NaN or infinite.</summary>
/// <param name="message">One sentence that names epoch, batch and learning rate.</param>
public sealed class DivergedException(string message) : TrainingException(message);
