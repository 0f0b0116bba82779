using System.Runtime.ExceptionServices;
using MathSymbols.Storage;
using Microsoft.Win32.SafeHandles;

namespace MathSymbols.Data;

/// <summary>Writes a pixel file on all cores. The bytes depend on the images and the size alone, not on the order in which threads finish.</summary>
internal static class PixelStoreBuilder
{
    /// <summary>Builds the file under a temporary name and renames it. The caller holds the lock of <paramref name="path"/>.</summary>
    public static void Build(ImageFolder images, int size, string fingerprint, string path, WorkFolder work, IProgress<int>? progress, CancellationToken cancellation)
    {
        RemoveLeftovers(path);
        var header = new PixelStoreHeader(images.Count, size, size, IndexLength: 0, TailChecksum: 0);
        DiskSpace.Require(work, header.FileLength, $"Decoding {images.Count} images at {size} px");
        var temporary = AtomicFile.TemporaryName(path);
        try
        {
            using (var handle = File.OpenHandle(temporary, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, FileOptions.None))
            {
                var (checksums, failures) = WriteRows(images, header, handle, progress, cancellation);
                if (failures.Count == images.Count)
                    throw new DataException($"None of the {images.Count} images of '{images.Root}' can be decoded; the first: '{failures[0].Path}', {failures[0].Reason}.");
                new PixelStoreTail(checksums, new(fingerprint, failures)).Write(handle, header);
                RandomAccess.FlushToDisk(handle);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception e)
        {
            File.Delete(temporary);

            // Several threads may have met the same.
            var first = e is AggregateException many ? many.InnerExceptions[0] : e;
            if (first is IOException error && FullDisk.Caused(error)) throw FullDisk.While(path, error);
            if (first == e) throw;
            ExceptionDispatchInfo.Throw(first);
        }
    }

    private static (ulong[] Checksums, IReadOnlyList<ImageFailure> Failures) WriteRows(ImageFolder images, PixelStoreHeader header, SafeFileHandle handle, IProgress<int>? progress, CancellationToken cancellation)
    {
        var checksums = new ulong[images.Count];
        var failures = new List<ImageFailure>();
        var done = 0;
        var options = new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.For(0, images.Count, options, () => new byte[header.RowBytes], (i, _, row) =>
        {
            try
            {
                images.Files[i].RequireName();
                ImageDecoder.DecodeResized(images.FullPath(images.Files[i]), header.Width, header.Height, row);
            }
            catch (ImageDecodeException e)
            {
                lock (failures) failures.Add(new(i, images.Files[i].Path, e.Message));
                Array.Clear(row);
            }

            checksums[i] = PixelStoreTail.Checksum(row);
            RandomAccess.Write(handle, row, PixelStoreHeader.RowsOffset + i * header.RowBytes);
            progress?.Report(Interlocked.Increment(ref done));
            return row;
        }, _ => { });
        return (checksums, [.. failures.OrderBy(f => f.Index)]);
    }

    // What killed runs have left; nobody else writes under these names while the lock is held.
    private static void RemoveLeftovers(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        foreach (var file in Directory.EnumerateFiles(folder, Path.GetFileName(path) + ".*" + AtomicFile.TemporarySuffix)) File.Delete(file);
    }
}
