using MathSymbols.Storage;
using Microsoft.Win32.SafeHandles;

namespace MathSymbols.Data;

/// <summary>
/// All images of a folder, decoded and resized once into a file of uint8 rows of equal length: [3, H, W] a row. Rows are read at their
/// offset and compared with their checksum; of each, these 8 bytes are all that is held in memory.
/// </summary>
public sealed class PixelStore : IDisposable
{
    private readonly SafeFileHandle _handle;
    private readonly PixelStoreHeader _header;
    private readonly ulong[] _checksums;
    private readonly HashSet<int> _failed;

    private PixelStore(string path, SafeFileHandle handle, PixelStoreHeader header, PixelStoreTail tail, bool reused)
    {
        (FilePath, _handle, _header, _checksums, Failures, Fingerprint, Reused) = (path, handle, header, tail.Checksums, tail.Index.Failures, tail.Index.Fingerprint, reused);
        _failed = [.. Failures.Select(f => f.Index)];
    }

    /// <summary>The file that holds the rows.</summary>
    public string FilePath { get; }

    /// <summary>True when an earlier run had built the file.</summary>
    public bool Reused { get; }

    /// <summary>Fingerprint of the images it was made from.</summary>
    public string Fingerprint { get; }

    /// <summary>The images that could not be decoded; their rows are black and must not be used.</summary>
    public IReadOnlyList<ImageFailure> Failures { get; }

    /// <summary>Rows, one an image, failed ones included.</summary>
    public int Count => (int)_header.Count;

    /// <summary>Height in pixels.</summary>
    public int Height => _header.Height;

    /// <summary>Width in pixels.</summary>
    public int Width => _header.Width;

    /// <summary>Bytes a row: 3 · H · W.</summary>
    public int RowBytes => (int)_header.RowBytes;

    /// <summary>Opens the store of a folder, building it first when there is none of just this content and size.</summary>
    /// <param name="images">The folder.</param>
    /// <param name="size">Height and width of the rows in pixels.</param>
    /// <param name="work">Where the file is kept.</param>
    /// <param name="progress">Told how many images are done while building; not told when the file was there.</param>
    /// <param name="waiting">Told once when another process is building the same file and this one waits for it.</param>
    /// <param name="cancellation">Ends the building; nothing is left behind.</param>
    /// <exception cref="DiskSpaceException">There is too little room for the file.</exception>
    /// <exception cref="DataException">No image could be decoded, or the file was written by a newer program.</exception>
    /// <exception cref="IOException">The work folder cannot be written to, or the disk is full; nothing is left behind.</exception>
    /// <exception cref="UnauthorizedAccessException">The work folder cannot be written to.</exception>
    public static PixelStore Open(ImageFolder images, int size, WorkFolder work, IProgress<int>? progress = null, Action? waiting = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(images);
        ArgumentNullException.ThrowIfNull(work);
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        var fingerprint = images.Fingerprint(work, cancellation);
        var path = Name(fingerprint);
        if (TryOpen(path, fingerprint, images, size, reused: true) is { } ready) return ready;

        using (FileLock.Acquire(path + ".lock", cancellation, waiting))
        {
            // Another process may have built it while this one waited.
            if (TryOpen(path, fingerprint, images, size, reused: true) is { } built) return built;
            fingerprint = PixelStoreBuilder.Build(images, size, Name, fingerprint, work, progress, cancellation);
        }

        return TryOpen(Name(fingerprint), fingerprint, images, size, reused: false)
            ?? throw new DataException($"'{Name(fingerprint)}' was written, but cannot be read back: the disk may be failing.");

        string Name(string of) => Path.Combine(work.Pixels, $"{of[..16]}-{size}.pixels");
    }

    /// <summary>Reads one row.</summary>
    /// <param name="index">Index in <see cref="ImageFolder.Files"/>.</param>
    /// <param name="row">Receives the row; <see cref="RowBytes"/> long.</param>
    /// <exception cref="DataException">The row is damaged, or the image could not be decoded.</exception>
    public void Read(int index, Span<byte> row)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
        if (_failed.Contains(index)) throw new DataException($"Image {index} could not be decoded, so it cannot be read from '{FilePath}'.");
        if (row.Length != RowBytes) throw new ArgumentException($"A row has {RowBytes} bytes, not {row.Length}.", nameof(row));
        var offset = PixelStoreHeader.RowsOffset + index * _header.RowBytes;
        if (FileReads.Read(_handle, row, offset) < row.Length || PixelStoreTail.Checksum(row) != _checksums[index])
            throw new DataException($"'{FilePath}' has been damaged since it was written: delete it, and it will be built again.");
    }

    /// <summary>Reads one row as an image.</summary>
    /// <param name="index">Index in <see cref="ImageFolder.Files"/>.</param>
    public PixelImage Image(int index)
    {
        var row = new byte[RowBytes];
        Read(index, row);
        return new(Width, Height, row);
    }

    /// <summary>The indices without those of images that could not be decoded.</summary>
    /// <param name="indices">Indices in <see cref="ImageFolder.Files"/>.</param>
    public IReadOnlyList<int> Usable(IReadOnlyList<int> indices) => _failed.Count == 0 ? indices : [.. indices.Where(i => !_failed.Contains(i))];

    /// <summary>Closes the file.</summary>
    public void Dispose() => _handle.Dispose();

    private static PixelStore? TryOpen(string path, string fingerprint, ImageFolder images, int size, bool reused)
    {
        if (!File.Exists(path)) return null;
        var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, FileOptions.RandomAccess);
        try
        {
            Span<byte> start = stackalloc byte[PixelStoreHeader.Size];
            start = start[..FileReads.Read(handle, start, 0)];
            if (PixelStoreHeader.Parse(start, path) is { } header
                && header.Count == images.Count && header.Height == size && header.Width == size
                && header.FileLength == RandomAccess.GetLength(handle)
                && PixelStoreTail.Read(handle, header, images) is { } tail && tail.Index.Fingerprint == fingerprint)
            {
                var store = new PixelStore(path, handle, header, tail, reused);
                handle = null;
                return store;
            }

            return null;
        }
        finally
        {
            handle?.Dispose();
        }
    }
}
