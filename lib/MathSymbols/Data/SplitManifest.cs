using System.Security.Cryptography;
using System.Text;
using MathSymbols.Storage;

namespace MathSymbols.Data;

/// <summary>A split as a text file: a line an image, <c>path TAB split</c>, where split is train, val or test. A first line "path TAB split" is a heading.</summary>
public static class SplitManifest
{
    private const string Heading = "path\tsplit";

    private const int HashDigits = 12;

    /// <summary>Reads a manifest and matches it with the images.</summary>
    /// <param name="images">The images; each must be named once.</param>
    /// <param name="path">The manifest's path.</param>
    /// <returns>The split; its name holds a hash of the lines, so that two manifests are told apart that are called the same.</returns>
    /// <exception cref="DataException">The file is missing, a line is malformed, or it names other images than the folder has.</exception>
    public static Split Read(ImageFolder images, string path)
    {
        ArgumentNullException.ThrowIfNull(images);
        if (!File.Exists(path)) throw new DataException($"There is no split '{path}': give original, a seed, or the path of a manifest with lines of path, tab, split.");
        var index = new Dictionary<string, int>(images.Count, StringComparer.Ordinal);
        for (var i = 0; i < images.Count; i++) index[images.Files[i].Path] = i; // Two names may be shown alike that are no valid text.
        var parts = new Dictionary<Partition, List<int>> { [Partition.Train] = [], [Partition.Validation] = [], [Partition.Test] = [] };
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var number = 0;
        foreach (var line in RegularFile.ReadLines(path, Limits.ListBytes))
        {
            number++;
            if (line.Length == 0 || (number == 1 && line == Heading)) continue;
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            var partition = tab < 0 ? null : ParsePartition(line[(tab + 1)..]);
            if (partition is null) throw new DataException($"Line {number} of '{path}' is not 'path, tab, train | val | test': {Printable.Quote(line)}.");
            if (!index.Remove(line[..tab], out var image))
                throw new DataException($"Line {number} of '{path}' names {Printable.Quote(line[..tab])}, which '{images.Root}' does not have, or which stands there twice.");
            parts[partition.Value].Add(image);
            hash.AppendData(Encoding.UTF8.GetBytes($"{line[..tab]}\t{partition.Value}\n"));
        }

        if (index.Count > 0) throw new DataException($"'{path}' leaves out {index.Count} of the {images.Count} images of '{images.Root}', {Printable.Quote(index.Keys.Min(StringComparer.Ordinal)!)} among them.");
        return new($"manifest {Path.GetFileName(path)}, sha256 {Convert.ToHexStringLower(hash.GetHashAndReset())[..HashDigits]}", parts[Partition.Train], parts[Partition.Validation], parts[Partition.Test]);
    }

    /// <summary>Writes a split, a line an image in the folder's order.</summary>
    /// <param name="images">The images the split belongs to.</param>
    /// <param name="split">The split.</param>
    /// <param name="path">The file to create or replace.</param>
    /// <exception cref="DataException">An image's name has a tab or a line end.</exception>
    public static void Write(ImageFolder images, Split split, string path)
    {
        ArgumentNullException.ThrowIfNull(images);
        ArgumentNullException.ThrowIfNull(split);
        var names = new string[images.Count];
        foreach (var i in split.Train) names[i] = "train";
        foreach (var i in split.Validation) names[i] = "val";
        foreach (var i in split.Test) names[i] = "test";
        var text = new StringBuilder(Heading).Append('\n');
        for (var i = 0; i < names.Length; i++)
        {
            if (names[i] is not { } name) continue;
            if (images.Files[i].Path.Any(char.IsControl)) throw new DataException($"The image {Printable.Quote(images.Files[i].Path)} has a tab, a line end or the like in its name, which no list can keep: rename it.");
            text.Append(images.Files[i].Path).Append('\t').Append(name).Append('\n');
        }

        AtomicFile.Write(path, text.ToString());
    }

    private static Partition? ParsePartition(string name) => name switch
    {
        "train" => Partition.Train,
        "val" or "validation" => Partition.Validation,
        "test" => Partition.Test,
        _ => null,
    };
}
