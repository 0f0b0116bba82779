using System.Collections;
using System.Text;

namespace MathSymbols.Data;

/// <summary>
/// The images of a folder, made when they are asked for. Held of each is its name as UTF-8 and where it ends: some 20 bytes, where an
/// object and its text would take 120. Read by many threads at once, once it is filled.
/// </summary>
internal sealed class ImageFileList : IReadOnlyList<ImageFile>
{
    private readonly List<Part> _parts = [];
    private readonly List<int> _ends = [];
    private byte[] _names = [];
    private int _length;

    /// <inheritdoc/>
    public int Count => _ends.Count;

    /// <inheritdoc/>
    public ImageFile this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            var found = _parts.BinarySearch(new("", 0, null, index), Comparer<Part>.Create((a, b) => a.Start.CompareTo(b.Start)));
            var part = _parts[found >= 0 ? found : ~found - 1];
            var start = index == 0 ? 0 : _ends[index - 1];
            return new($"{part.Folder}/{Encoding.UTF8.GetString(_names, start, _ends[index] - start)}", part.Label, part.Given);
        }
    }

    /// <summary>Adds what is in one folder, sorted by ordinal name; nothing where there is nothing.</summary>
    /// <param name="folder">Its relative path, with '/' between the parts.</param>
    /// <param name="label">The images' class.</param>
    /// <param name="given">The partition the folder stands for; null for none.</param>
    /// <param name="names">The files' names.</param>
    public void Add(string folder, int label, Partition? given, IEnumerable<string> names)
    {
        string[] sorted = [.. names];
        if (sorted.Length == 0) return;
        Array.Sort(sorted, StringComparer.Ordinal);
        _parts.Add(new(folder, label, given, Count));
        foreach (var name in sorted)
        {
            var bytes = Encoding.UTF8.GetByteCount(name);
            if (_names.Length - _length < bytes) Array.Resize(ref _names, checked(Math.Max(2 * _names.Length, _length + bytes)));
            _length += Encoding.UTF8.GetBytes(name, _names.AsSpan(_length));
            _ends.Add(_length);
        }
    }

    /// <summary>How many images each class has.</summary>
    /// <param name="classes">How many classes there are.</param>
    public int[] CountPerClass(int classes)
    {
        var counts = new int[classes];
        for (var i = 0; i < _parts.Count; i++) counts[_parts[i].Label] += (i + 1 < _parts.Count ? _parts[i + 1].Start : Count) - _parts[i].Start;
        return counts;
    }

    /// <summary>The folders that hold images, relative paths.</summary>
    public IEnumerable<string> Folders => _parts.Select(p => p.Folder);

    /// <inheritdoc/>
    public IEnumerator<ImageFile> GetEnumerator()
    {
        for (var i = 0; i < Count; i++) yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private readonly record struct Part(string Folder, int Label, Partition? Given, int Start);
}
