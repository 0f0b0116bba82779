namespace MathSymbols.Data;

/// <summary>One image of a folder.</summary>
/// <param name="Path">Path relative to the folder, with '/' between its parts: "add/10014.jpg".</param>
/// <param name="Label">Index of its class in <see cref="ImageFolder.ClassNames"/>.</param>
/// <param name="Given">The partition the folder itself puts it in (train/ and test/ folders); null when it has none.</param>
public sealed record ImageFile(string Path, int Label, Partition? Given = null)
{
    /// <summary>The file's name without its folder.</summary>
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>Throws for a name that the lists of splits and predictions, which have a line an image, cannot keep.</summary>
    /// <exception cref="ImageDecodeException">The name has a tab, a line end or another control character.</exception>
    internal void RequireName()
    {
        if (Path.Any(char.IsControl)) throw new ImageDecodeException("its name has a tab, a line end or the like, which no list can keep: rename it");
    }
}
