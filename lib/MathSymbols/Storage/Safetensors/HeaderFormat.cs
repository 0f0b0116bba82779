using System.Text;

namespace MathSymbols.Storage.Safetensors;

/// <summary>What reader and writer must agree on.</summary>
internal static class HeaderFormat
{
    public const string Metadata = "__metadata__";
    public const string Type = "dtype";
    public const string Shape = "shape";
    public const string Offsets = "data_offsets";

    /// <summary>The metadata key of our checksum; other programs see a string among others.</summary>
    public const string Checksum = "xxh128";

    /// <summary>The bytes before the header, which hold its length.</summary>
    public const int Prefix = 8;

    // An unpaired surrogate has no UTF-8: JSON writers put U+FFFD in its place, and two names may become one.
    public static void RequireText(string text, string parameter)
    {
        for (var i = 0; i < text.Length; i += Rune.GetRuneAt(text, i).Utf16SequenceLength)
        {
            if (!Rune.TryGetRuneAt(text, i, out _)) throw new ArgumentException($"The text {Quote(text)} holds an unpaired surrogate.", parameter);
        }
    }

    /// <summary>A text from a file, fit to stand in a sentence however long it is and whatever it holds.</summary>
    public static string Quote(string text) => ForeignText.Quote(text);

    /// <summary>A shape from a file, fit to stand in a sentence however many extents it has.</summary>
    public static string Quote(IReadOnlyList<long> shape)
    {
        const int most = 8;
        var shown = string.Join(", ", shape.Take(most));
        return shape.Count > most ? $"[{shown}, …]" : $"[{shown}]";
    }
}
