namespace MathSymbols.Figures;

/// <summary>Colours told apart by colour-blind readers, the same in the interactive and the static form.</summary>
internal static class Palette
{
    public const string Blue = "#1f77b4";
    public const string Orange = "#d95f02";
}
