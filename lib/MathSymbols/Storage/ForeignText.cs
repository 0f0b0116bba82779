using System.Globalization;
using System.Text;

namespace MathSymbols.Storage;

/// <summary>Text that anybody may have written, made fit to be shown.</summary>
internal static class ForeignText
{
    private const int Most = 60;

    /// <summary>A text from a file, in quotes, fit to stand in a sentence however long it is and whatever it holds.</summary>
    /// <param name="text">The text.</param>
    public static string Quote(string text) => $"'{Show(text)}'";

    /// <summary>As <see cref="Quote"/>, without the quotes.</summary>
    /// <param name="text">The text.</param>
    public static string Show(string text)
    {
        var runes = text.EnumerateRunes().Take(Most + 1).ToArray();
        var shown = string.Concat(runes.Take(Most).Select(r => Breaks(r) ? Rune.ReplacementChar : r));
        return runes.Length > Most ? shown + "…" : shown;
    }

    private static bool Breaks(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
