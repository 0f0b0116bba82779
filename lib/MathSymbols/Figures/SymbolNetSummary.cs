using MathSymbols.Models;

namespace MathSymbols.Figures;

/// <summary>SymbolNet's summary.</summary>
public static class SymbolNetSummary
{
    /// <summary>Keras' <c>summary()</c> of a model, for images of its size.</summary>
    /// <param name="model">The model.</param>
    public static ModelSummary Summary(this SymbolNet model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return ModelSummary.Of(model, 3, SymbolNet.Size, SymbolNet.Size);
    }
}
