namespace MathSymbols.Notebooks.Page;

/// <summary>Numbers headings, gives them anchors and collects what is to be marked in the contents.</summary>
internal sealed class SectionList(Anchors anchors)
{
    internal const int Deepest = 6;

    private readonly int[] _counters = new int[Deepest];
    private readonly List<Section> _sections = [];
    private readonly List<Mark> _waiting = [];
    private Section? _latest;

    internal IReadOnlyList<Section> All => _sections;

    /// <summary>From here on, marks belong to another notebook.</summary>
    internal void BeginNotebook() => _latest = null;

    internal Section Add(int level, string text)
    {
        level = Math.Clamp(level, 1, Deepest);
        var own = OwnNumber.Find(text);
        _counters[level - 1] = own?.Value ?? _counters[level - 1] + 1;
        Array.Clear(_counters, level, Deepest - level);
        // A level that was jumped over counts as its first section.
        for (var i = 0; i < level - 1; i++) _counters[i] = Math.Max(_counters[i], 1);
        var number = own?.Text ?? string.Join('.', _counters.Take(level));
        _latest = new Section(level, number, text[(own?.Length ?? 0)..], anchors.Add(text));
        _latest.Marks.AddRange(_waiting);
        _waiting.Clear();
        _sections.Add(_latest);
        return _latest;
    }

    /// <summary>Marks the section that was added last; before a notebook's first, that one.</summary>
    internal void Add(Mark mark) => (_latest?.Marks ?? _waiting).Add(mark);
}
