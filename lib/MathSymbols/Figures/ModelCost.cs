namespace MathSymbols.Figures;

/// <summary>What a model costs.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Parameters">Its parameters, frozen ones included.</param>
/// <param name="Trained">How long its training took; null where nobody knows.</param>
/// <param name="PerImage">How long it takes for one image; null where it is not here to be asked.</param>
public sealed record ModelCost(string Name, long Parameters, TimeSpan? Trained, TimeSpan? PerImage)
{
    private const int BytesAParameter = 4;

    /// <summary>What its parameters take as float32, in bytes.</summary>
    public long Bytes => Parameters * BytesAParameter;
}
