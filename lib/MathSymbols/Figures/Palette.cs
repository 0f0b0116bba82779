namespace MathSymbols.Figures;

/// <summary>Colours told apart by colour-blind readers, the same in the interactive and the static form.</summary>
internal static class Palette
{
    public const string Blue = "#1f77b4";
    public const string Orange = "#d95f02";

    // Contrast of 4.5 to white, 3.6 and more to dark pages.
    public const string Right = "#1a7f37";
    public const string Wrong = "#cf222e";

    /// <summary>Lines told apart on white and on dark pages: each has a contrast of 3.3 or more to both.</summary>
    public static IReadOnlyList<string> Lines { get; } = [Blue, Orange, "#1b9e77", "#8a6fd1", "#e7298a", "#a6761d", "#1797a6", "#7f7f7f"];
}
