namespace MathSymbols.Models;

/// <summary>A preprocessing as it is written in records, files and options.</summary>
public static class Vgg19PreprocessingWord
{
    /// <summary>scaled or keras.</summary>
    /// <param name="preprocessing">The preprocessing.</param>
    public static string Word(this Vgg19Preprocessing preprocessing) => preprocessing == Vgg19Preprocessing.Keras ? "keras" : "scaled";

    /// <summary>Reads such a word.</summary>
    /// <param name="word">scaled, keras or anything else, or null.</param>
    /// <param name="preprocessing">The preprocessing, if it is one of the two.</param>
    public static bool TryParse(string? word, out Vgg19Preprocessing preprocessing)
    {
        preprocessing = word == Vgg19Preprocessing.Keras.Word() ? Vgg19Preprocessing.Keras : Vgg19Preprocessing.Scaled;
        return word == preprocessing.Word();
    }
}
