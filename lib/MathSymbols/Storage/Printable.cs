using System.Globalization;
using System.Text;

namespace MathSymbols.Storage;

/// <summary>Makes texts from outside, file names above all, fit to stand in a line: a name can hold line ends, and what moves a terminal's cursor.</summary>
public static class Printable
{
    /// <summary>The text with U+FFFD for each control or formatting character and each half of a surrogate pair.</summary>
    /// <param name="text">The text.</param>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Concat(text.EnumerateRunes().Select(Harmless));
    }

    /// <summary>The same of a long text's first 60 characters.</summary>
    /// <param name="text">The text.</param>
    public static string Shortened(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        const int most = 60;
        var runes = text.EnumerateRunes().Take(most + 1).ToArray();
        return string.Concat(runes.Take(most).Select(Harmless)) + (runes.Length > most ? "…" : "");
    }

    /// <summary>The same as <see cref="Shortened"/>, in quotation marks.</summary>
    /// <param name="text">The text.</param>
    public static string Quote(string text) => $"'{Shortened(text)}'";

    private static Rune Harmless(Rune rune) => Breaks(rune) ? Rune.ReplacementChar : rune;

    private static bool Breaks(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
