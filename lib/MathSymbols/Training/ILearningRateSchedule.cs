namespace MathSymbols.Training;

/// <summary>A learning rate that changes from step to step.</summary>
public interface ILearningRateSchedule
{
    /// <summary>The learning rate of a step.</summary>
    /// <param name="index">The step's number over all epochs, from 0.</param>
    /// <param name="count">Steps of all epochs, more than <paramref name="index"/>.</param>
    double At(long index, long count);
}
