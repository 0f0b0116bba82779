namespace MathSymbols.Figures;

/// <summary>What stands under a figure's title.</summary>
internal static class FigureNote
{
    /// <summary>What a reader should know, and which profile, dataset and device made it.</summary>
    public static string Of(string reading, string? note) => note is null ? reading : $"{reading} · {note}";
}
