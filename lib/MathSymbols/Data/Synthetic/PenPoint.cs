namespace MathSymbols.Data.Synthetic;

/// <summary>A place on the drawn line.</summary>
/// <param name="X">From the left.</param>
/// <param name="Y">From the top.</param>
/// <param name="Radius">Half the line's width there, in pixels.</param>
internal readonly record struct PenPoint(double X, double Y, double Radius);
