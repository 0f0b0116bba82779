using System.Runtime.ExceptionServices;
using MathSymbols.Storage;
using Microsoft.Win32.SafeHandles;

namespace MathSymbols.Data;

/// <summary>Writes a pixel file on all cores. The bytes depend on the images and the size alone, not on the order in which threads finish.</summary>
internal static class PixelStoreBuilder
{
    // Hashes wait for their turn in the fingerprint; so many at a time.
    private const int Block = 4096;

    /// <summary>Builds the file under a temporary name and renames it. The caller holds the lock of the name that is expected.</summary>
    /// <param name="images">The folder.</param>
    /// <param name="size">Height and width of the rows in pixels.</param>
    /// <param name="name">The file's path for a fingerprint.</param>
    /// <param name="expected">The fingerprint that the folder had.</param>
    /// <param name="work">The work folder.</param>
    /// <param name="progress">Told how many images are done.</param>
    /// <param name="cancellation">Ends it; nothing is left behind.</param>
    /// <returns>The fingerprint of what was decoded: another one where a file has changed, or could not be read, in the meantime.</returns>
    public static string Build(ImageFolder images, int size, Func<string, string> name, string expected, WorkFolder work, IProgress<int>? progress, CancellationToken cancellation)
    {
        var path = name(expected);
        AtomicFile.SweepBeside(path);
        var header = new PixelStoreHeader(images.Count, size, size, IndexLength: 0, TailChecksum: 0);
        DiskSpace.Require(work, header.FileLength, $"Decoding {images.Count} images at {size} px");
        var temporary = AtomicFile.TemporaryName(path);
        try
        {
            string fingerprint;
            using (var handle = File.OpenHandle(temporary, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, FileOptions.None))
            {
                (fingerprint, var checksums, var failures) = WriteRows(images, header, handle, progress, cancellation);
                if (failures.Count == images.Count)
                    throw new DataException($"None of the {images.Count} images of '{images.Root}' can be decoded; the first: '{failures[0].Path}', {failures[0].Reason}.");
                new PixelStoreTail(checksums, new(fingerprint, failures)).Write(handle, header);
                RandomAccess.FlushToDisk(handle);
            }

            File.Move(temporary, name(fingerprint), overwrite: true);
            return fingerprint;
        }
        catch (Exception e)
        {
            File.Delete(temporary);

            // Several threads may have met the same.
            var first = e is AggregateException many ? many.InnerExceptions[0] : e;
            if (first is IOException error && FullDisk.Caused(error)) throw FullDisk.While(path, error);
            if (first != e) ExceptionDispatchInfo.Throw(first);
            throw;
        }
    }

    private static (string Fingerprint, ulong[] Checksums, IReadOnlyList<ImageFailure> Failures) WriteRows(ImageFolder images, PixelStoreHeader header, SafeFileHandle handle, IProgress<int>? progress, CancellationToken cancellation)
    {
        var checksums = new ulong[images.Count];
        var failures = new List<ImageFailure>();
        var hashes = new byte[Block * ContentHash.Length];
        var done = 0;
        var options = new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount };
        using var sum = new FingerprintSum();
        for (var start = 0; start < images.Count; start += Block)
        {
            var count = Math.Min(Block, images.Count - start);
            Parallel.For(start, start + count, options, () => new byte[header.RowBytes], (i, _, row) =>
            {
                var file = images.Files[i];
                try
                {
                    ImageDecoder.DecodeResized(images.FullPath(file), header.Width, header.Height, row, Hash(i - start));
                    file.RequireName();
                }
                catch (ImageDecodeException e)
                {
                    lock (failures) failures.Add(new(i, file.Path, e.Message));
                    Array.Clear(row);
                }

                checksums[i] = PixelStoreTail.Checksum(row);
                RandomAccess.Write(handle, row, PixelStoreHeader.RowsOffset + i * header.RowBytes);
                progress?.Report(Interlocked.Increment(ref done));
                return row;
            }, _ => { });
            for (var i = 0; i < count; i++) sum.Add(images.Files[start + i].Path, Hash(i));
        }

        return (sum.Finish(), checksums, [.. failures.OrderBy(f => f.Index)]);

        Span<byte> Hash(int i) => hashes.AsSpan(i * ContentHash.Length, ContentHash.Length);
    }
}
