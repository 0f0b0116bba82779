using System.Text;

namespace MathSymbols.Notebooks.Page;

/// <summary>The page's anchors: each is there once, and the same report gives the same.</summary>
internal sealed class Anchors(params string[] taken)
{
    private readonly HashSet<string> _ids = new(taken, StringComparer.Ordinal);
    private readonly Dictionary<string, int> _last = new(StringComparer.Ordinal);

    /// <summary>A new anchor that reads like a text.</summary>
    internal string Add(string text)
    {
        var slug = new StringBuilder();
        foreach (var c in text.ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(c)) slug.Append(c);
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }
        var stem = slug.ToString().Trim('-') is { Length: > 0 } name ? name : "section";
        var id = stem;
        var count = _last.GetValueOrDefault(stem, 1);
        while (!_ids.Add(id)) id = $"{stem}-{++count}";
        _last[stem] = count;
        return id;
    }
}
