namespace MathSymbols.Models;

/// <summary>The activation of AlexNet's dense layers, which the report tunes.</summary>
public enum Activation
{
    /// <summary>max(0, x).</summary>
    Relu,

    /// <summary>The hyperbolic tangent.</summary>
    Tanh,
}
