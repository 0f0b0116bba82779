using System.Globalization;
using System.Text.RegularExpressions;

namespace MathSymbols.Notebooks.Page;

/// <summary>The number a heading brings along: "II · Data", "2.3. Counts".</summary>
/// <param name="Text">As written: II, 2.3.</param>
/// <param name="Value">Its last part as a number, from which counting goes on.</param>
/// <param name="Length">How much of the heading it takes up.</param>
internal sealed partial record OwnNumber(string Text, int Value, int Length)
{
    internal static OwnNumber? Find(string heading)
    {
        var match = Pattern().Match(heading);
        if (!match.Success) return null;
        var text = match.Groups["number"].Value;
        var last = text[(text.LastIndexOf('.') + 1)..];
        var value = int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var arabic) ? arabic : Roman(text);
        return new OwnNumber(text, value, match.Length);
    }

    private static int Roman(string text)
    {
        var total = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var digit = Digit(text[i]);
            total += i + 1 < text.Length && Digit(text[i + 1]) > digit ? -digit : digit;
        }
        return total;
    }

    private static int Digit(char c) => c switch
    {
        'I' => 1,
        'V' => 5,
        _ => 10,
    };

    // A number without a mark after it belongs to the words: "3 × 3 kernels".
    [GeneratedRegex(@"^(?<number>\d{1,3}(\.\d{1,3})*|[IVX]{1,6})\s?[.):·–—]\s+(?=\S)")]
    private static partial Regex Pattern();
}
