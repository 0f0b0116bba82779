using System.Globalization;

namespace MathSymbols.Notebooks.Running;

/// <summary>What a cell put out, in order, up to what any person reads: a loop without end must not take the report with it.</summary>
internal sealed class CellOutputs
{
    /// <summary>The most outputs of a cell.</summary>
    internal const int MostOutputs = 10_000;

    /// <summary>The most printed characters of a cell.</summary>
    internal const int MostText = 1 << 20;

    private readonly List<CellOutput> _kept = [];
    private int _printed;
    private long _unprinted;
    private long _unshown;

    /// <summary>What is kept, and a note on what is not.</summary>
    internal IReadOnlyList<CellOutput> All => Note() is { } note ? [.. _kept, note] : _kept;

    internal void Print(TextOrigin origin, string text)
    {
        var taken = Math.Min(text.Length, MostText - _printed);
        var output = _kept.LastOrDefault() as TextOutput;
        if (output?.Origin != origin)
        {
            output = new TextOutput(origin);
            if (taken == 0 || !Add(output)) taken = 0;
        }
        output.Append(text.AsSpan(0, taken));
        _printed += taken;
        _unprinted += text.Length - taken;
    }

    /// <summary>Adds a shown value; whether there was room.</summary>
    internal bool Show(DisplayOutput output)
    {
        var added = Add(output);
        if (!added) _unshown++;
        return added;
    }

    internal void RemoveProcessText() => _kept.RemoveAll(o => o is TextOutput { Origin: TextOrigin.Process });

    private bool Add(CellOutput output)
    {
        if (_kept.Count >= MostOutputs) return false;
        _kept.Add(output);
        return true;
    }

    private TextOutput? Note()
    {
        if (_unprinted + _unshown == 0) return null;
        string[] parts =
        [
            .. _unprinted > 0 ? [string.Create(CultureInfo.InvariantCulture, $"{_unprinted:#,0} more characters were printed")] : Array.Empty<string>(),
            .. _unshown > 0 ? [string.Create(CultureInfo.InvariantCulture, $"{_unshown:#,0} more outputs were shown")] : Array.Empty<string>(),
        ];
        var note = new TextOutput(TextOrigin.Output);
        note.Append($"… {string.Join(" and ", parts)}; they are left out here.");
        return note;
    }
}
