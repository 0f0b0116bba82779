namespace MathSymbols.Notebooks.Running;

/// <summary>What a process wrote to its standard error during the cell at work: the beginning and the end.</summary>
internal sealed class LastWords
{
    private const int First = 8;
    private const int Last = 20;
    private const int Longest = 1000;

    // How the cell was called is of no use to the person who wrote it.
    private static readonly string[] Internals =
        ["MathSymbols.Notebooks.", "Microsoft.CodeAnalysis.", "System.CommandLine.", "System.Runtime.CompilerServices.", "System.Threading.", "Program+<<Main>", "Program.<Main>"];

    private readonly List<string> _head = [];
    private readonly Queue<string> _tail = new();
    private bool _cut;

    internal void Add(string line)
    {
        if (line.Length > Longest) line = line[..Longest] + "…";
        var text = line.TrimStart();
        if (text.StartsWith("at ", StringComparison.Ordinal) && IsInternal(text[3..])) return;
        if (_head.Count < First)
        {
            _head.Add(line);
            return;
        }
        _tail.Enqueue(line);
        if (_tail.Count <= Last) return;
        _tail.Dequeue();
        _cut = true;
    }

    internal void Clear()
    {
        _head.Clear();
        _tail.Clear();
        _cut = false;
    }

    private static bool IsInternal(string frame) =>
        Array.Exists(Internals, i => frame.StartsWith(i, StringComparison.Ordinal)) || frame.Contains(".<Factory>", StringComparison.Ordinal) || frame.Contains(".<Initialize>()", StringComparison.Ordinal);

    internal IReadOnlyList<string> ToList() => _cut ? [.. _head, "…", .. _tail] : [.. _head, .. _tail];
}
