namespace MathSymbols.Data.Synthetic;

/// <summary>A point the pen passes through, in skeleton units (y down).</summary>
/// <param name="X">From the left.</param>
/// <param name="Y">From the top.</param>
/// <param name="IsCorner">Whether the pen turns sharply here; otherwise the curve is smooth.</param>
internal readonly record struct ControlPoint(double X, double Y, bool IsCorner);
