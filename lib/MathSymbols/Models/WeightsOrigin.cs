namespace MathSymbols.Models;

/// <summary>How a weights file was come by.</summary>
public enum WeightsOrigin
{
    /// <summary>It was on this machine.</summary>
    Found,

    /// <summary>It has just been downloaded.</summary>
    Downloaded,

    /// <summary>There is none.</summary>
    Unavailable,
}
