namespace MathSymbols.Models;

/// <summary>What is done to an image before VGG19 sees it.</summary>
public enum Vgg19Preprocessing
{
    /// <summary>X / 255, as the report feeds it.</summary>
    Scaled,

    /// <summary>As the network was trained, and as Keras' own <c>preprocess_input</c> does: blue, green, red from 0 to 255, less the mean of ImageNet's pixels.</summary>
    Keras,
}
