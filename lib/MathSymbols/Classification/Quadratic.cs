namespace MathSymbols.Classification;

/// <summary>A quadratic surface: c₀ + c₁u + c₂v + c₃u² + c₄uv + c₅v².</summary>
/// <param name="Constant">c₀.</param>
/// <param name="U">c₁.</param>
/// <param name="V">c₂.</param>
/// <param name="UU">c₃.</param>
/// <param name="UV">c₄.</param>
/// <param name="VV">c₅.</param>
internal readonly record struct Quadratic(double Constant, double U, double V, double UU, double UV, double VV)
{
    /// <summary>Its value.</summary>
    public double At(double u, double v) => Constant + u * (U + u * UU + v * UV) + v * (V + v * VV);
}
