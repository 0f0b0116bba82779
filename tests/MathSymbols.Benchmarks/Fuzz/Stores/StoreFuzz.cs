using System.Buffers.Binary;
using MathSymbols.Benchmarks.Fuzz.Images.Seeds;
using MathSymbols.Data;
using MathSymbols.Storage;

namespace MathSymbols.Benchmarks.Fuzz.Stores;

/// <summary>Has damaged stores opened: each is taken with the failures that were written, or built again to the same bytes, or left alone because it is newer.</summary>
internal sealed class StoreFuzz : IDataFuzz
{
    private const int Size = 8;

    // Bytes that opening may take, beyond an index that is all zeros; and those for each byte of another index. A store that is not used was read twice: before the lock, and under it.
    private const int Constant = 4_000_000;
    private const int MostPerByte = 128;

    private readonly ImageFolder _images;
    private readonly WorkFolder _work;
    private readonly string _path;
    private readonly byte[] _whole;
    private readonly byte[][] _rows;
    private readonly IReadOnlyList<ImageFailure> _failures;
    private readonly StoreMutator _mutator;

    /// <param name="folder">Made anew; holds the images and the store.</param>
    public StoreFuzz(string folder)
    {
        // A child that died may have left a damaged store.
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        WriteImages(Path.Combine(folder, "images"));
        _images = ImageFolder.Open(Path.Combine(folder, "images"));
        _work = new(Path.Combine(folder, "work"));
        using var store = PixelStore.Open(_images, Size, _work);
        (_path, _failures) = (store.FilePath, store.Failures);
        _whole = File.ReadAllBytes(_path);
        _rows = [.. Enumerable.Range(0, store.Count).Select(i => store.Usable([i]).Count > 0 ? store.Image(i).Planes.ToArray() : new byte[store.RowBytes])];
        _mutator = new(_whole, store.Fingerprint);
    }

    public IReadOnlyList<string> Kinds { get; } =
    [
        "whole", "wrong numbers in the header", "header bytes", "row bytes", "index bytes", "an index of lies", "cut off", "bytes added", "a newer version", "a hole for an index", "bytes anywhere",
    ];

    public FuzzCase Make(long number) => _mutator.Make(number);

    public FuzzOutcome Try(FuzzCase file)
    {
        file.Put(_path);
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            using var store = PixelStore.Open(_images, Size, _work);
            RequireLittleMemory(GC.GetAllocatedBytesForCurrentThread() - before, file);
            if (store.Reused) return Judge(store);
        }
        catch (DataException e)
        {
            var newer = file.Bytes.Length >= 40 && file.Bytes.AsSpan().StartsWith("MSPIXELS"u8) && BinaryPrimitives.ReadInt32LittleEndian(file.Bytes.AsSpan(8)) > PixelStoreHeader.CurrentVersion;
            if (!newer) throw new FuzzFindingException("A store that is not newer was refused", e);
            if (!File.ReadAllBytes(_path).AsSpan().SequenceEqual(file.Bytes)) throw new FuzzFindingException("A newer store was changed", e);
            return FuzzOutcome.Refused;
        }
        catch (Exception e) when (e is not FuzzFindingException)
        {
            throw new FuzzFindingException($"{e.GetType().Name} came out of PixelStore.Open: {e.Message}", e);
        }

        return File.ReadAllBytes(_path).AsSpan().SequenceEqual(_whole) ? FuzzOutcome.BuiltAgain : throw new FuzzFindingException("A store was built again to other bytes");
    }

    private FuzzOutcome Judge(PixelStore store)
    {
        if ((store.Count, store.Height, store.Width) != (_images.Count, Size, Size)) throw new FuzzFindingException("A store of another size was taken");
        var seen = new HashSet<int>();
        foreach (var failure in store.Failures)
        {
            if (failure.Index < 0 || failure.Index >= store.Count) throw new FuzzFindingException("A store was taken with a failure that is no image's");
            if (failure.Path != _images.Files[failure.Index].Path) throw new FuzzFindingException("A store was taken with a failure whose path is missing or another image's");
            if (failure.Reason is null) throw new FuzzFindingException("A store was taken with a failure without a reason");
            if (!seen.Add(failure.Index)) throw new FuzzFindingException("A store was taken with one image's failure twice");
        }

        var usable = store.Usable([.. Enumerable.Range(0, store.Count)]);
        var refused = usable.Count(i => !IsHandedOut(store, i));
        return refused > 0 ? FuzzOutcome.RowsRefused : store.Failures.SequenceEqual(_failures) ? FuzzOutcome.Taken : FuzzOutcome.TakenAltered;
    }

    private bool IsHandedOut(PixelStore store, int index)
    {
        try
        {
            return store.Image(index).Planes.Span.SequenceEqual(_rows[index]) ? true : throw new FuzzFindingException("A damaged row was handed out");
        }
        catch (DataException)
        {
            return false;
        }
    }

    private void RequireLittleMemory(long allocated, FuzzCase file)
    {
        if (allocated > Constant + (2 * Math.Min(file.Hole, Limits.HeaderBytes)) + (MostPerByte * Math.Max(0, file.Bytes.Length - _mutator.IndexOffset)))
            throw new FuzzFindingException($"Opening took more than {MostPerByte} bytes of memory for each of the index, or as much as an index beyond the limit has");
    }

    private static void WriteImages(string folder)
    {
        var random = new Random(1001);
        for (var i = 0; i < 6; i++)
        {
            var path = Path.Combine(folder, i < 3 ? "a" : "b", $"img00{i}.png");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, i == 4 ? "no image"u8.ToArray() : new PngSketch(2, 8).Draw(random));
        }
    }
}
