namespace MathSymbols.Models;

/// <summary>A preprocessing as it is written in records, files and options.</summary>
public static class Vgg19PreprocessingWord
{
    /// <summary>scaled or keras.</summary>
    /// <param name="preprocessing">The preprocessing.</param>
    public static string Word(this Vgg19Preprocessing preprocessing) => preprocessing == Vgg19Preprocessing.Keras ? "keras" : "scaled";
}
