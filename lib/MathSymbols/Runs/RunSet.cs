namespace MathSymbols.Runs;

/// <summary>The names of the image sets a run is measured on.</summary>
public static class RunSet
{
    /// <summary>Images that choices were made on.</summary>
    public const string Validation = "validation";

    /// <summary>Images looked at once, at the end.</summary>
    public const string Test = "test";

    /// <summary>Whether a name is one of the two.</summary>
    /// <param name="name">A name.</param>
    public static bool Has(string name) => name is Validation or Test;
}
