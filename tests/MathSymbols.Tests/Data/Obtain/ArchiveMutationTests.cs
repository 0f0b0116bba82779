using MathSymbols.Data.Obtain;
using MathSymbols.Storage;
using MathSymbols.Storage.Archives;
using MathSymbols.Tests.Support;
using Xunit;
using static MathSymbols.Tests.Support.ZipSketch;

namespace MathSymbols.Tests.Data.Obtain;

/// <summary>Damaged archives: each is refused with a sentence or unpacked as a whole, and nothing ever lies elsewhere.</summary>
public sealed class ArchiveMutationTests : IDisposable
{
    private const int Archives = 1000;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1001)]
    [InlineData(1002)]
    public void A_damaged_archive_is_refused_or_whole(int seed)
    {
        var random = new Random(seed);
        var pixels = new byte[300];
        random.NextBytes(pixels);
        byte[][] whole =
        [
            Of(Item.Deflated("top/0/a.png", pixels), Item.Deflated("top/add/b.png", pixels), new("top/add/c.png", pixels)),
            Of(new("0/a.png", pixels) { Zip64 = true }, new("1/b.txt", []), Item.Deflated("z/c.jpg", new byte[5000])),
        ];
        var archive = Path.Combine(Directory.CreateDirectory(_folder["in"]).FullName, "a.zip");
        var (accepted, refused) = (0, 0);
        for (var i = 0; i < Archives; i++)
        {
            File.WriteAllBytes(archive, Mutate(whole[i % 2], random));
            if (IsUnpacked(archive)) accepted++;
            else refused++;
            Assert.Equal(Directory.Exists(_folder["out", "data"]) ? ["data"] : [], Directory.GetFileSystemEntries(_folder["out"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
            Assert.Equal(["in", "out", "work"], Directory.GetFileSystemEntries(_folder.Root).Select(Path.GetFileName).Order(StringComparer.Ordinal));
            if (Directory.Exists(_folder["out", "data"])) Directory.Delete(_folder["out", "data"], recursive: true);
        }

        // Both sides are reached.
        Assert.InRange(accepted, Archives / 50, Archives * 3 / 4);
        Assert.Equal(Archives, accepted + refused);
    }

    private bool IsUnpacked(string path)
    {
        using var target = DatasetTarget.Take(_folder["out", "data"], new WorkFolder(_folder["work"]), waiting: null, TestContext.Current.CancellationToken);
        using var archive = new FetchedArchive(path, "a.zip");
        try
        {
            var unpacked = DatasetUnpacker.Unpack(archive, target, progress: null, TestContext.Current.CancellationToken);
            Assert.Equal(unpacked.Images.Count, Directory.GetFiles(_folder["out", "data"], "*", SearchOption.AllDirectories).Length);
            return true;
        }
        catch (ArchiveException e)
        {
            Assert.Matches("^Cannot unpack 'a.zip': [^\n]*[^.]\\.$", e.Message);
            Assert.Null(DatasetTarget.Existing(target.Folder));
            return false;
        }
    }

    // Single bits, bytes, numbers of two and four bytes, names, cuts and repeated pieces.
    private static byte[] Mutate(byte[] whole, Random random)
    {
        var bytes = whole.ToArray();
        for (var changes = random.Next(1, 4); changes > 0; changes--)
        {
            var at = random.Next(bytes.Length - 4);
            switch (random.Next(6))
            {
                case 0: bytes[at] ^= (byte)(1 << random.Next(8)); break;
                case 1: bytes[at] = (byte)random.Next(256); break;
                case 2: BitConverter.TryWriteBytes(bytes.AsSpan(at), (ushort)(random.Next(2) == 0 ? random.Next(64) : ushort.MaxValue)); break;
                case 3: BitConverter.TryWriteBytes(bytes.AsSpan(at), random.Next(2) == 0 ? random.Next() : -1); break;
                case 4: "../"u8.CopyTo(bytes.AsSpan(at)); break;
                default:
                    var length = random.Next(1, Math.Min(64, bytes.Length - at));
                    bytes = random.Next(2) == 0 ? [.. bytes[..at], .. bytes[(at + length)..]] : [.. bytes[..(at + length)], .. bytes[at..]];
                    break;
            }
        }

        return bytes;
    }
}
