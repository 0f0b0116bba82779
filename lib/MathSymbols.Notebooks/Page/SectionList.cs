using System.Text;

namespace MathSymbols.Notebooks.Page;

/// <summary>Numbers headings and gives them anchors.</summary>
internal sealed class SectionList
{
    internal const int Deepest = 6;

    private readonly int[] _counters = new int[Deepest];
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal) { "main", "contents" };
    private readonly List<Section> _sections = [];

    internal IReadOnlyList<Section> All => _sections;

    internal Section? Latest => _sections is [.., var last] ? last : null;

    internal Section Add(int level, string text)
    {
        level = Math.Clamp(level, 1, Deepest);
        var own = OwnNumber.Find(text);
        _counters[level - 1] = own?.Value ?? _counters[level - 1] + 1;
        Array.Clear(_counters, level, Deepest - level);
        // A level that was jumped over counts as its first section.
        for (var i = 0; i < level - 1; i++) _counters[i] = Math.Max(_counters[i], 1);
        var number = own?.Text ?? string.Join('.', _counters.Take(level));
        var section = new Section(level, number, text[(own?.Length ?? 0)..], Id(text));
        _sections.Add(section);
        return section;
    }

    private string Id(string text)
    {
        var slug = new StringBuilder();
        foreach (var c in text.ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(c)) slug.Append(c);
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }
        var stem = slug.ToString().Trim('-') is { Length: > 0 } name ? name : "section";
        var id = stem;
        for (var i = 2; !_ids.Add(id); i++) id = $"{stem}-{i}";
        return id;
    }
}
