namespace MathSymbols.Evaluation;

/// <summary>The predictions that are wrong with the most confidence.</summary>
public static class MostWrong
{
    /// <summary>The wrong ones: the most probable prediction first, equals in the order given.</summary>
    /// <typeparam name="T">The prediction's type.</typeparam>
    /// <param name="images">May be none.</param>
    public static IReadOnlyList<T> Of<T>(IEnumerable<T> images)
        where T : IPrediction
    {
        ArgumentNullException.ThrowIfNull(images);
        return [.. images.Where(i => !i.IsRight()).OrderByDescending(i => i.Probabilities[i.Predicted()])];
    }
}
