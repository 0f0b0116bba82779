namespace MathSymbols.Data.Synthetic;

/// <summary>
/// Draws the 19 handwritten symbols from stroke skeletons, so that everything runs with nothing downloaded.
/// The layouts, sizes and pens are those of the real dataset; no pixel of it is.
/// </summary>
public static class SyntheticSymbols
{
    /// <summary>Raised whenever the same (class, index, seed) gives other pixels than before.</summary>
    public const int GeneratorVersion = 1;

    /// <summary>The class names in ordinal order: 0 … 9, add, dec, div, eq, mul, sub, x, y, z.</summary>
    public static IReadOnlyList<string> ClassNames { get; } = [.. SymbolTemplate.All.Select(t => t.Name)];

    /// <summary>Draws one sample. The same arguments always give the same pixels, whatever else is drawn.</summary>
    /// <param name="className">One of <see cref="ClassNames"/>.</param>
    /// <param name="index">The sample's number within its class, from 0.</param>
    /// <param name="seed">Any number; another seed is another set.</param>
    /// <returns>The pixels before they are written to a file: 155 × 135 or nearly so where the file is a JPEG, 400 × 400 where it is a PNG.</returns>
    /// <exception cref="ArgumentException">There is no such class.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The index is negative.</exception>
    public static PixelImage Draw(string className, int index, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        using var drawing = SymbolDrawing.Create(SymbolTemplate.Find(className), index, seed);
        return drawing.ToPixels();
    }

    /// <summary>
    /// Writes folder/CLASS/synthetic-SEED-INDEX.jpg|png on all cores. The folder appears whole or not at all. If it is there already with
    /// the same settings, nothing is done; with other settings, it is replaced. Callers at the same time, in any process, wait for each other.
    /// </summary>
    /// <param name="folder">The folder to make. Two hidden names beside it are used: a lock file, which stays, and a temporary folder.</param>
    /// <param name="perClass">Images in each class, at least 1.</param>
    /// <param name="seed">As in <see cref="Draw"/>.</param>
    /// <param name="cancellationToken">Stops the work; the folder is then as it was before.</param>
    /// <returns>True if the images were drawn; false if the folder was there already.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="perClass"/> is less than 1.</exception>
    /// <exception cref="IOException">The folder holds files that were not made by this method, or cannot be written.</exception>
    /// <exception cref="DataException">The folder was made by a newer version of this library, or its marker cannot be read.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static bool WriteFolder(string folder, int perClass, int seed, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentOutOfRangeException.ThrowIfLessThan(perClass, 1);
        return new SyntheticFolder(folder, SyntheticMarker.For(seed, perClass)).Ensure(cancellationToken);
    }

    /// <summary>Whether a folder was made by <see cref="WriteFolder"/>.</summary>
    /// <param name="folder">Any path.</param>
    public static bool IsWrittenFolder(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return !Path.GetFileName(folder).StartsWith('.') && File.Exists(Path.Combine(folder, SyntheticMarker.FileName));
    }
}
