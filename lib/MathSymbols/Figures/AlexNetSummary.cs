using MathSymbols.Models;

namespace MathSymbols.Figures;

/// <summary>AlexNet's summary.</summary>
public static class AlexNetSummary
{
    /// <summary>Keras' <c>summary()</c> of a model, for images of its size.</summary>
    /// <param name="model">The model.</param>
    public static ModelSummary Summary(this AlexNet model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return ModelSummary.Of(model, 3, model.Size, model.Size);
    }
}
