namespace MathSymbols.Data;

/// <summary>Where the images come from.</summary>
public enum DataOrigin
{
    /// <summary>A folder that the person named.</summary>
    Named,

    /// <summary>The folder data/handwritten-math-symbols beside the solution.</summary>
    Project,

    /// <summary>Drawn by the program, since there was no other.</summary>
    Synthetic,
}
