namespace MathSymbols.Data.Audit;

/// <summary>One of an image's four edges.</summary>
public enum ImageEdge
{
    /// <summary>The left edge.</summary>
    Left,

    /// <summary>The upper edge.</summary>
    Top,

    /// <summary>The right edge.</summary>
    Right,

    /// <summary>The lower edge.</summary>
    Bottom,
}
