namespace MathSymbols.Storage;

/// <summary>How much is taken from files that anybody may have made. All limits stand here; the program's doctor prints them.</summary>
public static class Limits
{
    /// <summary>Pixels an image may declare: a small file can declare one that fills the memory.</summary>
    public const long ImagePixels = 100_000_000;

    /// <summary>Bytes an image file may have: as much as a photograph has, and more.</summary>
    public const long ImageBytes = 100_000_000;

    /// <summary>Scans a progressive JPEG may have; some ten are usual, and each takes the time of a whole image.</summary>
    public const int JpegScans = 100;

    /// <summary>Bytes an archive may have, downloaded or not.</summary>
    public const long ArchiveBytes = 2_000_000_000;

    /// <summary>Bytes that an archive's files may have together once they are unpacked.</summary>
    public const long UnpackedBytes = 4_000_000_000;

    /// <summary>Files and folders that an archive may hold.</summary>
    public const int ArchiveEntries = 250_000;

    /// <summary>Bytes that an archive's list of its files may have.</summary>
    public const long ArchiveListBytes = 32_000_000;

    /// <summary>Bytes the header of a safetensors file may have, by the rules of the format; the index of a pixel file, likewise.</summary>
    public const int HeaderBytes = 100_000_000;

    /// <summary>Bytes a text with a line an image may have: a split, predictions, the labels of own handwriting.</summary>
    public const int ListBytes = 100_000_000;

    /// <summary>Bytes a JSON file may have: the record of a run, credentials, notes.</summary>
    public const int JsonBytes = 10_000_000;

    /// <summary>All of them in words, as a person reads them.</summary>
    public static IReadOnlyList<string> InWords { get; } =
    [
        $"an image: {ImagePixels / 1_000_000} million pixels, {DiskSpace.Size(ImageBytes)}, {JpegScans} scans",
        FormattableString.Invariant($"an archive: {DiskSpace.Size(ArchiveBytes)}, {ArchiveEntries:#,0} entries, a list of {DiskSpace.Size(ArchiveListBytes)}, {DiskSpace.Size(UnpackedBytes)} unpacked"),
        $"a header of weights or of decoded pixels: {DiskSpace.Size(HeaderBytes)}",
        $"a list of images (split, labels, predictions): {DiskSpace.Size(ListBytes)}",
        $"a JSON file: {DiskSpace.Size(JsonBytes)}",
    ];
}
