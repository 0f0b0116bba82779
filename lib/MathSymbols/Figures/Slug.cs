using System.Text;

namespace MathSymbols.Figures;

/// <summary>Names for machines, made from titles.</summary>
internal static class Slug
{
    /// <summary>Lower-case letters and digits, words joined by hyphens; <c>figure</c> if nothing is left.</summary>
    public static string Of(string title)
    {
        var slug = new StringBuilder();
        foreach (var c in title)
        {
            if (char.IsAsciiLetterOrDigit(c))
                slug.Append(char.ToLowerInvariant(c));
            else if (slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }

        var text = slug.ToString().TrimEnd('-');
        return text.Length > 0 ? text : "figure";
    }
}
